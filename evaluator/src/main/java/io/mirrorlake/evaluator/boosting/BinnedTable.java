package io.mirrorlake.evaluator.boosting;

/**
 * A table of bytes: for each feature the bin of each row. The last bin of a feature holds its
 * missing values.
 */
public final class BinnedTable {
  private final byte[][] codes;
  private final int rows;

  BinnedTable(byte[][] codes, int rows) {
    this.codes = codes;
    this.rows = rows;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of features. */
  public int width() {
    return codes.length;
  }

  /** The bins of one feature, to be read with {@code & 0xff}. */
  byte[] feature(int index) {
    return codes[index];
  }

  int code(int feature, int row) {
    return codes[feature][row] & 0xff;
  }

  /** These rows in this order. */
  public BinnedTable take(int[] chosen) {
    byte[][] taken = new byte[codes.length][chosen.length];
    for (int f = 0; f < codes.length; f++) {
      for (int i = 0; i < chosen.length; i++) {
        taken[f][i] = codes[f][chosen[i]];
      }
    }
    return new BinnedTable(taken, chosen.length);
  }
}
