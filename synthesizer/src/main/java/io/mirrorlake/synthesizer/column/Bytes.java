package io.mirrorlake.synthesizer.column;

/** Values of a column of bytes. */
public final class Bytes extends Whole {
  private final byte[] values;

  Bytes(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new byte[capacity];
  }

  /** The values by row. */
  public byte[] array() {
    return values;
  }

  @Override
  void store(long[] from, int rows, int offset) {
    for (int i = 0; i < rows; i++) {
      values[offset + i] = (byte) from[i];
    }
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Bytes) from).values[fromRow];
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
