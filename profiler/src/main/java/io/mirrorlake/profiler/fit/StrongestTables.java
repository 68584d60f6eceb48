package io.mirrorlake.profiler.fit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Of many contingency tables those with the greatest inertia (chi-square over rows), so that memory
 * does not grow with the columns of a table.
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
      strongest.add(Map.entry(inertia(counts), counts));
      if (strongest.size() > MOST) {
        strongest.poll();
      }
    }
    return strongest.stream().map(Map.Entry::getValue).toList();
  }

  /** The sum of n_ij^2 / (r_i c_j), less 1: what rows and columns have to do with each other. */
  static double inertia(long[][] table) {
    double[] columns = new double[table[0].length];
    for (long[] row : table) {
      for (int g = 0; g < row.length; g++) {
        columns[g] += row[g];
      }
    }
    double inertia = -1;
    for (long[] row : table) {
      double rows = 0;
      double sum = 0;
      for (int g = 0; g < row.length; g++) {
        rows += row[g];
        sum += row[g] == 0 ? 0 : (double) row[g] * row[g] / columns[g];
      }
      inertia += rows == 0 ? 0 : sum / rows;
    }
    return inertia;
  }
}
