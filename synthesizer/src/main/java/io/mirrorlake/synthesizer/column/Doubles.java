package io.mirrorlake.synthesizer.column;

/** Values of a column of 64-bit floating point numbers. */
public final class Doubles extends Real {
  private final double[] values;

  Doubles(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new double[capacity];
  }

  /** The values by row. */
  public double[] array() {
    return values;
  }

  @Override
  void store(double[] from, int rows, int offset) {
    for (int i = 0; i < rows; i++) {
      values[offset + i] = from[i];
    }
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Doubles) from).values[fromRow];
  }

  @Override
  boolean hasEqual(int a, int b) {
    return Double.compare(values[a], values[b]) == 0;
  }

  @Override
  double real(int row) {
    return values[row];
  }
}
