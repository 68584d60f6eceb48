package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.writing.Writing;
import io.mirrorlake.synthesizer.column.Ints;
import io.mirrorlake.synthesizer.column.Longs;
import io.mirrorlake.synthesizer.column.Values;
import java.util.function.IntToLongFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** The view of numbers, dates or times as the texts that write them. */
final class WrittenVector extends ValuesVector {
  private final Writing writing;
  private final IntToLongFunction values;

  private WrittenVector(Values values, IntToLongFunction array, Writing writing) {
    super(DataTypes.StringType, values);
    this.writing = writing;
    this.values = array;
  }

  /** The view of values of the writing's type. */
  static WrittenVector of(Values values, Writing writing) {
    if (values instanceof Ints ints) {
      int[] array = ints.array();
      return new WrittenVector(values, row -> array[row], writing);
    }
    long[] array = ((Longs) values).array();
    return new WrittenVector(values, row -> array[row], writing);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    return UTF8String.fromString(writing.write(values.applyAsLong(row)));
  }
}
