package io.mirrorlake.synthesizer.dataset;

import java.util.Arrays;
import java.util.List;

/** The ranges of rows that a table's index space is cut into. Immutable. */
final class Cells {
  /** Shares such as 1/n are told as doubles: what is nearly a whole number of rows is one. */
  private static final double ROUNDING = 1e-6;

  private final long[] starts;

  private Cells(long[] starts) {
    this.starts = starts;
  }

  /** The cells of so many rows: cell c starts at floor(rows s), s the sum of the shares before. */
  static Cells of(List<Double> shares, long rows) {
    return of(shares, rows, 0);
  }

  /**
   * The levels of a hierarchy of so many rows. Each has a row at least, as long as there are rows:
   * those below an empty one would have no parent.
   */
  static Cells ofLevels(List<Double> shares, long rows) {
    return of(shares, rows, 1);
  }

  private static Cells of(List<Double> shares, long rows, int least) {
    int cells = Math.max(1, shares.size());
    long[] starts = new long[cells + 1];
    double sum = 0;
    for (int cell = 1; cell < cells; cell++) {
      sum += shares.get(cell - 1);
      long start = Math.max(starts[cell - 1] + least, (long) Math.floor(sum * rows + ROUNDING));
      long most = rows < (long) cells * least ? rows : rows - (long) (cells - cell) * least;
      starts[cell] = Math.min(most, start);
    }
    starts[cells] = rows;
    return new Cells(starts);
  }

  /** The cells that start at these rows; the last number is where the last cell ends. */
  static Cells at(long[] starts) {
    return new Cells(starts.clone());
  }

  /** How many cells there are. */
  int count() {
    return starts.length - 1;
  }

  /** The cell's first row. */
  long start(int cell) {
    return starts[cell];
  }

  /** How many rows the cell has. */
  long size(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  /** How many rows all cells have. */
  long rows() {
    return starts[starts.length - 1];
  }

  /** The cell of a row: empty cells have none. */
  int of(long row) {
    int low = 0;
    int high = count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return Arrays.toString(starts);
  }
}
