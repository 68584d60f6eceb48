package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.ColumnType;

/**
 * A column's values as numbers, whatever their type.
 *
 * @param values the values
 * @param one how many of the values' units make one; 1 for binary floating point numbers
 */
record Numbers(Values values, double one) {
  /**
   * The numbers of a column.
   *
   * @param place the column
   */
  static Numbers of(Place place, Values values) {
    ColumnType type = place.column().type();
    if (!(values instanceof Whole) && !(values instanceof Real)) {
      throw place.corrupt("other columns are calculated from it, which this type does not allow");
    }
    return new Numbers(values, type.kind().isFloating() ? 1 : Units.of(type).one().doubleValue());
  }

  boolean isNull(int row) {
    return values.isNull(row);
  }

  /** Whether the numbers are whole numbers of some unit. */
  boolean isWhole() {
    return values instanceof Whole;
  }

  /** The number of units; the column must be whole. */
  long units(int row) {
    return ((Whole) values).whole(row);
  }

  /** The number. */
  double value(int row) {
    return values instanceof Whole whole ? whole.whole(row) / one : ((Real) values).real(row);
  }

  /** Puts a number into a row; one of a whole column is rounded to its unit. */
  void put(int row, double number) {
    if (values instanceof Whole whole) {
      whole.store(new long[] {(long) Math.rint(number * one)}, 1, row);
    } else {
      ((Real) values).store(new double[] {number}, 1, row);
    }
  }
}
