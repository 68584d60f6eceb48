package io.mirrorlake.synthesizer.column;

/** Values that are binary floating point numbers. */
public abstract sealed class Real extends Values permits Floats, Doubles {
  Real(int capacity, boolean nullable) {
    super(capacity, nullable);
  }

  /** The number of this row. */
  abstract double real(int row);

  /** Stores the first {@code rows} numbers from row {@code offset} on. */
  abstract void store(double[] from, int rows, int offset);
}
