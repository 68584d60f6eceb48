package io.mirrorlake.synthesizer.column;

/** Values of a column of booleans. */
public final class Booleans extends Values {
  private final boolean[] values;

  Booleans(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new boolean[capacity];
  }

  /** The values by row. */
  public boolean[] array() {
    return values;
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((Booleans) from).values[fromRow];
  }

  @Override
  boolean hasEqual(int a, int b) {
    return values[a] == values[b];
  }
}
