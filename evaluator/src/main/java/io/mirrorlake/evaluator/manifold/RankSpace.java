package io.mirrorlake.evaluator.manifold;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.Ranks;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.stream.IntStream;

/**
 * Turns rows into points. The distance of two is the sum over columns of the difference of their
 * mid-ranks in train, 0 to 1, for numbers; and 0 or 1 for labels, and where one is missing. It is
 * of negative type, being a sum of such distances, so the energy distance is 0 for equal
 * distributions only.
 */
public final class RankSpace {
  /** Far enough from any rank to be told, as a rank is at most 1. */
  private static final float MISSING = -1;

  private final double[][] sorted;
  private final boolean[] numbers;

  private RankSpace(double[][] sorted, boolean[] numbers) {
    this.sorted = sorted;
    this.numbers = numbers;
  }

  /** The space whose ranks are those of this real table. */
  public static RankSpace of(SampleTable train) {
    double[][] sorted = new double[train.width()][];
    boolean[] numbers = new boolean[train.width()];
    for (int c = 0; c < sorted.length; c++) {
      numbers[c] = train.column(c) instanceof NumberColumn;
      sorted[c] = train.column(c) instanceof NumberColumn column ? column.sorted() : new double[0];
    }
    return new RankSpace(sorted, numbers);
  }

  /** The points of a table, one a row. */
  float[][] points(SampleTable table) {
    float[][] points = new float[table.rows()][sorted.length];
    for (int c = 0; c < sorted.length; c++) {
      for (int row = 0; row < points.length; row++) {
        points[row][c] = place(table, c, row);
      }
    }
    return points;
  }

  private float place(SampleTable table, int c, int row) {
    if (table.column(c).isMissing(row)) {
      return MISSING;
    }
    return table.column(c) instanceof NumberColumn column
        ? (float) Ranks.midRank(sorted[c], column.value(row))
        : ((CategoryColumn) table.column(c)).code(row);
  }

  /** The distance of two points. */
  float distance(float[] a, float[] b) {
    float sum = 0;
    for (int c = 0; c < numbers.length; c++) {
      boolean apart = a[c] == MISSING || b[c] == MISSING || !numbers[c];
      sum += a[c] == b[c] ? 0 : apart ? 1 : Math.abs(a[c] - b[c]);
    }
    return sum;
  }

  /** All distances of two sets of points; O(n m), in parallel. */
  float[][] distances(float[][] first, float[][] second) {
    return IntStream.range(0, first.length)
        .parallel()
        .mapToObj(
            i -> {
              float[] row = new float[second.length];
              for (int j = 0; j < row.length; j++) {
                row[j] = distance(first[i], second[j]);
              }
              return row;
            })
        .toArray(float[][]::new);
  }
}
