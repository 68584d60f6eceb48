package io.mirrorlake.synthesizer.column;

/** Values of a column of 32-bit floating point numbers. */
public final class Floats extends Real {
  private final float[] values;

  Floats(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new float[capacity];
  }

  /** The values by row. */
  public float[] array() {
    return values;
  }

  @Override
  void store(double[] from, int rows, int offset) {
    for (int i = 0; i < rows; i++) {
      values[offset + i] = (float) from[i];
    }
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Floats) from).values[fromRow];
  }

  @Override
  boolean hasEqual(int a, int b) {
    return Float.compare(values[a], values[b]) == 0;
  }

  @Override
  double real(int row) {
    return values[row];
  }
}
