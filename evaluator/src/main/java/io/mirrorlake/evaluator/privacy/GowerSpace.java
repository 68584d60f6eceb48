package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.Ranks;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places the rows of a table so that their distances are Gower's (1971), with ranks for numbers:
 * between two numbers the difference of their mid-ranks in the real table, 0 to 1; between two
 * categories 0 if equal, else 1; between a missing value and any other 1, between two missing ones
 * 0. A row's distance is the sum over the columns. Ranks make a column's weight independent of its
 * units and of a few huge values.
 */
public final class GowerSpace {
  /**
   * Where a missing number lies: so far from all ranks that a clipped difference is 1, and 0 from
   * its like.
   */
  private static final float MISSING = 4;

  private final List<double[]> sortedReal;

  /** The columns in the order in which distances add up: numbers first. */
  private final int[] order;

  private final int numbers;

  private GowerSpace(List<double[]> sortedReal, int[] order, int numbers) {
    this.sortedReal = sortedReal;
    this.order = order;
    this.numbers = numbers;
  }

  /** The space whose ranks are those of this real table. */
  public static GowerSpace of(SampleTable real) {
    List<double[]> sorted = new ArrayList<>();
    for (SampleColumn column : real.columns()) {
      sorted.add(column instanceof NumberColumn number ? number.sorted() : new double[0]);
    }
    int[] ordered = IntStream.concat(places(real, true), places(real, false)).toArray();
    return new GowerSpace(sorted, ordered, (int) places(real, true).count());
  }

  private static IntStream places(SampleTable table, boolean ofNumbers) {
    return IntStream.range(0, table.width())
        .filter(c -> table.column(c) instanceof NumberColumn == ofNumbers);
  }

  /** The rows as points, one after the other. */
  public Points place(SampleTable table) {
    int width = order.length;
    float[] values = new float[Math.multiplyExact(table.rows(), width)];
    for (int place = 0; place < width; place++) {
      SampleColumn column = table.column(order[place]);
      double[] sorted = sortedReal.get(order[place]);
      for (int row = 0; row < table.rows(); row++) {
        values[row * width + place] = coordinate(column, row, sorted);
      }
    }
    return new Points(values, width, numbers);
  }

  private static float coordinate(SampleColumn column, int row, double[] sorted) {
    if (column.isMissing(row)) {
      return column instanceof NumberColumn ? MISSING : CategoryColumn.MISSING;
    }
    return column instanceof NumberColumn number
        ? (float) Ranks.midRank(sorted, number.value(row))
        : ((CategoryColumn) column).code(row);
  }
}
