package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;

/** Columns of given numbers. */
final class GivenNumbers {
  /** Enough for one row that is plain, and two that are not. */
  static final int ROWS = 3;

  private GivenNumbers() {}

  /** A column of {@link #ROWS} numbers; NaN stands for a null. */
  static Input input(String name, ColumnType type, double... numbers) {
    Column column = new Column(name, type, true);
    Values values =
        type.kind().isFloating()
            ? new Doubles(numbers.length, true)
            : WholeSampler.blank(column, numbers.length);
    Numbers target = Numbers.of(new Place("t", column, 0), values);
    values.begin(new Tile(0, numbers.length, 0));
    for (int row = 0; row < numbers.length; row++) {
      boolean isNull = Double.isNaN(numbers[row]);
      values.setNull(row, isNull);
      target.put(row, isNull ? 0 : numbers[row]);
    }
    return new Input(column, values);
  }
}
