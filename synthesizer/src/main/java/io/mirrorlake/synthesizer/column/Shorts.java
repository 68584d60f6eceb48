package io.mirrorlake.synthesizer.column;

/** Values of a column of 16-bit integers. */
public final class Shorts extends Whole {
  private final short[] values;

  Shorts(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new short[capacity];
  }

  /** The values by row. */
  public short[] array() {
    return values;
  }

  @Override
  void store(long[] from, int rows, int offset) {
    for (int i = 0; i < rows; i++) {
      values[offset + i] = (short) from[i];
    }
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Shorts) from).values[fromRow];
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
