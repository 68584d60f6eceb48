package io.mirrorlake.synthesizer.source;

import io.mirrorlake.synthesizer.column.Texts;
import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The view of a column of strings: words of the dictionary are made once, other texts point into
 * the block's bytes.
 */
final class TextVector extends ValuesVector {
  private final Texts texts;
  private final int[] codes;
  private final UTF8String[] words;

  TextVector(DataType type, Texts texts) {
    super(type, texts);
    this.texts = texts;
    this.codes = texts.codes();
    this.words =
        Arrays.stream(texts.dictionary()).map(UTF8String::fromBytes).toArray(UTF8String[]::new);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    int code = codes[row];
    return code == Texts.MADE
        ? UTF8String.fromBytes(texts.bytes(), texts.start(row), texts.length(row))
        : words[code];
  }
}
