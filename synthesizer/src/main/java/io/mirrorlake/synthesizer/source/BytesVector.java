package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.column.Texts;
import java.util.Arrays;
import org.apache.spark.sql.types.DataType;

/** The view of a column of bytes; each value is a copy, as Spark may keep it. */
final class BytesVector extends ValuesVector {
  private final Texts texts;

  BytesVector(DataType type, Texts texts) {
    super(type, texts);
    this.texts = texts;
  }

  @Override
  public byte[] getBinary(int row) {
    int code = texts.codes()[row];
    return code == Texts.MADE
        ? Arrays.copyOfRange(texts.bytes(), texts.start(row), texts.start(row) + texts.length(row))
        : texts.dictionary()[code].clone();
  }
}
