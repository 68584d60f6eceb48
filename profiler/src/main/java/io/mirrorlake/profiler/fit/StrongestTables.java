package io.mirrorlake.profiler.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Of many contingency tables those that tell most, so that memory does not grow with the columns of
 * a table.
 */
final class StrongestTables {
  /** What a column has to do with others shows in a few dozens of them. */
  private static final int MOST = 32;

  private StrongestTables() {}

  /** The tables of some columns, one made after the other. */
  static List<long[][]> of(List<CodeGroups> columns, Function<CodeGroups, long[][]> table) {
    PriorityQueue<Map.Entry<Double, long[][]>> strongest =
        new PriorityQueue<>(Comparator.comparingDouble(Map.Entry::getKey));
    for (CodeGroups column : columns) {
      long[][] counts = table.apply(column);
      strongest.add(Map.entry(excess(counts), counts));
      if (strongest.size() > MOST) {
        strongest.poll();
      }
    }
    return strongest.stream().map(Map.Entry::getValue).toList();
  }

  /**
   * Chi-square less its mean under independence: the rows n times (the sum of n_ij^2 / (r_i c_j),
   * less 1), less the degrees of freedom. So columns that have few values tell little.
   */
  static double excess(long[][] table) {
    double[] columns = new double[table[0].length];
    double rows = 0;
    for (long[] row : table) {
      for (int g = 0; g < row.length; g++) {
        columns[g] += row[g];
        rows += row[g];
      }
    }
    double inertia = -1;
    int occurring = 0;
    for (long[] row : table) {
      double all = 0;
      double sum = 0;
      for (int g = 0; g < row.length; g++) {
        all += row[g];
        sum += row[g] == 0 ? 0 : (double) row[g] * row[g] / columns[g];
      }
      occurring += all > 0 ? 1 : 0;
      inertia += all == 0 ? 0 : sum / all;
    }
    long groups = Arrays.stream(columns).filter(count -> count > 0).count();
    return rows == 0 ? 0 : rows * inertia - (double) (occurring - 1) * (groups - 1);
  }
}
