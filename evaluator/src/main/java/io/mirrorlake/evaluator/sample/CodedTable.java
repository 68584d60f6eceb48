package io.mirrorlake.evaluator.sample;

/** A table of bin numbers. */
public final class CodedTable {
  private final int[][] codes;
  private final int[] sizes;
  private final int rows;

  CodedTable(int[][] codes, int[] sizes, int rows) {
    this.codes = codes;
    this.sizes = sizes;
    this.rows = rows;
  }

  /** The number of columns. */
  public int width() {
    return codes.length;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of bins of a column. */
  public int size(int column) {
    return sizes[column];
  }

  /** The bin of one value. */
  public int code(int column, int row) {
    return codes[column][row];
  }
}
