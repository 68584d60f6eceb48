package io.mirrorlake.synthesizer.column;

import java.math.BigInteger;

/**
 * Values of a column of decimals of more than 18 digits, as whole numbers of the last digit's unit.
 */
public final class WideDecimals extends Values {
  private final BigInteger[] values;

  WideDecimals(int capacity, boolean nullable) {
    super(capacity, nullable);
    this.values = new BigInteger[capacity];
  }

  /** The values by row. */
  public BigInteger[] array() {
    return values;
  }

  @Override
  void copy(Values from, int fromRow, int row) {
    values[row] = ((WideDecimals) from).values[fromRow];
  }

  @Override
  boolean hasEqual(int a, int b) {
    return values[a].equals(values[b]);
  }
}
