package io.mirrorlake.synthesizer.column;

/**
 * Values of a column of 64-bit integers, of timestamps as microseconds since 1970-01-01T00:00:00,
 * or of decimals of up to 18 digits as whole numbers of the last digit's unit.
 */
public final class Longs extends Whole {
  private final long[] values;

  Longs(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new long[capacity];
  }

  /** The values by row. */
  public long[] array() {
    return values;
  }

  @Override
  void store(long[] from, int rows, int offset) {
    System.arraycopy(from, 0, values, offset, rows);
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Longs) from).values[fromRow];
  }

  @Override
  boolean hasEqual(int a, int b) {
    return values[a] == values[b];
  }

  @Override
  long whole(int row) {
    return values[row];
  }
}
