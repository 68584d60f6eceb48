package io.mirrorlake.profiler.fit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of many categories: cut in two again and again, so that any run of neighbours goes with
 * similar values of the other columns.
 *
 * <p>One axis tells some dozens of categories apart. Thousands of them that differ in several ways
 * (aircraft by airline, by size, by airport) lie mixed on it, and a code for a run of neighbours
 * would stand for all of them. So each part is lined up along its own leading correspondence axis,
 * and cut where the two sides differ most: with L and R the sides, f_L(g) and f_R(g) the shares of
 * group g of another column in them, and f(g) that in both, the inertia between them is |L| |R| /
 * (|L| + |R|) times the sum of (f_L(g) - f_R(g))^2 / f(g) over all columns and groups.
 */
final class CategoryBisection {
  /** No side of a cut has less than this share of the rows: half of what a code holds. */
  private static final double SMALLEST_SIDE = 1.0 / 512;

  /** A part's axis needs to tell two sides, not more. */
  private static final LeadingAxis AXIS = new LeadingAxis(1e-6, 60);

  private final double[][] counts;
  private final int[] tableOf;
  private final double[] weight;

  private CategoryBisection(int categories, List<long[][]> tables) {
    counts = new double[categories][];
    weight = new double[categories];
    tableOf =
        IntStream.range(0, tables.size())
            .flatMap(t -> IntStream.range(0, tables.get(t)[0].length).map(g -> t))
            .toArray();
    for (int i = 0; i < categories; i++) {
      int category = i;
      counts[i] =
          tables.stream()
              .flatMapToDouble(table -> Arrays.stream(table[category]).asDoubleStream())
              .toArray();
      weight[i] = Arrays.stream(counts[i]).sum();
    }
  }

  /**
   * The order: position i holds category order[i].
   *
   * @param categories how many categories take part
   * @param tables for other columns the counts of category x group; rows beyond the categories are
   *     left out
   */
  static int[] of(int categories, List<long[][]> tables) {
    CategoryBisection bisection = new CategoryBisection(categories, tables);
    int[] order = IntStream.range(0, categories).toArray();
    double smallest = Arrays.stream(bisection.weight).sum() * SMALLEST_SIDE;
    Deque<int[]> parts = new ArrayDeque<>();
    parts.push(new int[] {0, categories});
    while (!parts.isEmpty()) {
      int[] part = parts.pop();
      if (bisection.rows(order, part[0], part[1]) < 2 * smallest) {
        continue;
      }
      bisection.lineUp(order, part[0], part[1]);
      int cut = bisection.cut(order, part[0], part[1], smallest);
      if (cut > part[0]) {
        parts.push(new int[] {part[0], cut});
        parts.push(new int[] {cut, part[1]});
      }
    }
    return order;
  }

  /**
   * The order along one axis alone.
   *
   * @param categories how many categories take part
   * @param tables as for {@link #of}
   */
  static int[] onOneAxis(int categories, List<long[][]> tables) {
    int[] order = IntStream.range(0, categories).toArray();
    new CategoryBisection(categories, tables).lineUp(order, 0, categories);
    return order;
  }

  private double rows(int[] order, int from, int to) {
    return Arrays.stream(order, from, to).mapToDouble(category -> weight[category]).sum();
  }

  /** Where the right side begins, or {@code from} where a part stays whole. */
  private int cut(int[] order, int from, int to, double smallest) {
    double[] all = sums(order, from, to);
    double[] totals = totals(all);
    double rows = Arrays.stream(all).sum();
    double[] left = new double[all.length];
    double[] leftTotals = new double[totals.length];
    double leftRows = 0;
    int best = from;
    double most = 0;
    for (int i = from; i < to - 1; i++) {
      double[] moved = counts[order[i]];
      for (int g = 0; g < left.length; g++) {
        left[g] += moved[g];
        leftTotals[tableOf[g]] += moved[g];
      }
      leftRows += weight[order[i]];
      if (leftRows >= smallest && rows - leftRows >= smallest) {
        double inertia = inertia(left, leftTotals, all, totals);
        if (inertia > most) {
          most = inertia;
          best = i + 1;
        }
      }
    }
    return best;
  }

  private double inertia(double[] left, double[] leftRows, double[] all, double[] rows) {
    double inertia = 0;
    for (int g = 0; g < all.length; g++) {
      double n = rows[tableOf[g]];
      double l = leftRows[tableOf[g]];
      if (all[g] > 0 && l > 0 && l < n) {
        double apart = left[g] - l * all[g] / n;
        inertia += apart * apart * n / (all[g] * l * (n - l)) * n;
      }
    }
    return inertia;
  }

  /** Sorts a part along its own axis, in the direction of the order that it has. */
  private void lineUp(int[] order, int from, int to) {
    if (to - from < 3) {
      return;
    }
    double[] all = sums(order, from, to);
    double[] totals = totals(all);
    double[][] rows = new double[to - from][all.length];
    double[] root = new double[to - from];
    for (int i = 0; i < rows.length; i++) {
      double[] n = counts[order[from + i]];
      double[] own = totals(n);
      root[i] = Math.sqrt(weight[order[from + i]]);
      for (int g = 0; g < n.length; g++) {
        double expected = all[g] == 0 ? 0 : own[tableOf[g]] * all[g] / totals[tableOf[g]];
        rows[i][g] = expected > 0 ? (n[g] - expected) / Math.sqrt(expected) : 0;
      }
    }
    double[] axis = AXIS.of(rows.length, vector -> LeadingAxis.timesSquare(rows, vector));
    double direction = 0;
    for (int i = 0; i < axis.length; i++) {
      direction += axis[i] * root[i] * (i - (axis.length - 1) / 2.0);
    }
    double sign = direction < 0 ? -1 : 1;
    int[] members = Arrays.copyOfRange(order, from, to);
    int[] places =
        IntStream.range(0, members.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer i) -> root[i] > 0 ? sign * axis[i] / root[i] : 0)
                    .thenComparingInt(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < places.length; i++) {
      order[from + i] = members[places[i]];
    }
  }

  private double[] sums(int[] order, int from, int to) {
    double[] sums = new double[tableOf.length];
    for (int i = from; i < to; i++) {
      double[] n = counts[order[i]];
      for (int g = 0; g < sums.length; g++) {
        sums[g] += n[g];
      }
    }
    return sums;
  }

  /** The rows that each of the other columns tells of. */
  private double[] totals(double[] byGroup) {
    double[] totals = new double[tableOf.length == 0 ? 0 : tableOf[tableOf.length - 1] + 1];
    for (int g = 0; g < byGroup.length; g++) {
      totals[tableOf[g]] += byGroup[g];
    }
    return totals;
  }
}
