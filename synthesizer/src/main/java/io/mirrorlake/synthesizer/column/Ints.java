package io.mirrorlake.synthesizer.column;

/** Values of a column of 32-bit integers, or dates as days since 1970-01-01. */
public final class Ints extends Whole {
  private final int[] values;

  Ints(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new int[capacity];
  }

  /** The values by row. */
  public int[] array() {
    return values;
  }

  @Override
  void store(long[] from, int rows, int offset) {
    for (int i = 0; i < rows; i++) {
      values[offset + i] = (int) from[i];
    }
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Ints) from).values[fromRow];
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
