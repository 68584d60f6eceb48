package io.mirrorlake.profiler.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which columns are drawn. A column of few codes that tells most about the others
 * leads; next comes, again and again, the column that depends most on one already placed, so that
 * strong pairs are neighbours and their dependence is asked for early in a tree.
 */
final class ColumnOrder {
  /** A leading column has so few codes that each has rows enough to learn all others from. */
  private static final int MAX_LEADING_CODES = 16;

  private ColumnOrder() {}

  /** The positions of the columns in the order of drawing. */
  static List<Integer> of(DependenceStrength strength, List<CodeColumn> columns) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    List<Integer> order = new ArrayList<>();
    double[] nearest = new double[columns.size()];
    int next = leading(strength, columns);
    while (true) {
      order.add(next);
      left.remove((Integer) next);
      if (left.isEmpty()) {
        return order;
      }
      for (int column : left) {
        nearest[column] = Math.max(nearest[column], strength.get(column, next));
      }
      next = left.get(0);
      for (int column : left) {
        next = nearest[column] > nearest[next] ? column : next;
      }
    }
  }

  private static int leading(DependenceStrength strength, List<CodeColumn> columns) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < columns.size(); i++) {
      double sum = 0;
      for (int j = 0; j < columns.size(); j++) {
        sum += strength.get(i, j);
      }
      boolean few = columns.get(i).scale().size() <= MAX_LEADING_CODES;
      // Every column of few codes goes before every other.
      double rank = few ? columns.size() + sum : sum;
      if (rank > most) {
        most = rank;
        best = i;
      }
    }
    return best;
  }
}
