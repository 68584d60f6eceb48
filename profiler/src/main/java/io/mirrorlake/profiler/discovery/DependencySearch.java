package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Functional dependencies between columns with few values: what a value of one decides in another.
 *
 * <p>Under independence a group of n_i rows with the same value of the first column has one value
 * of the second with probability sum_v p_v^(n_i); the evidence is the sum of the groups' -ln.
 */
final class DependencySearch {
  /** As many categories as a marginal names. */
  private static final int MOST_VALUES = 1000;

  /** A column with fewer rows a value than this is on its way to being a key. */
  private static final int LEAST_ROWS_A_VALUE = 10;

  private final List<SampleColumn> columns;
  private final boolean[][] decides;

  private DependencySearch(List<SampleColumn> columns) {
    this.columns = columns;
    this.decides = new boolean[columns.size()][columns.size()];
  }

  static List<Constraint> dependencies(List<SampleColumn> all) {
    List<SampleColumn> columns =
        all.stream()
            .filter(
                column ->
                    column.distinct() >= 2
                        && column.distinct()
                            <= Math.min(MOST_VALUES, column.rows() / LEAST_ROWS_A_VALUE))
            .sorted(Comparator.comparingInt(SampleColumn::distinct))
            .toList();
    return new DependencySearch(columns).found();
  }

  private List<Constraint> found() {
    int n = columns.size();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        decides[i][j] = i != j && decides(columns.get(i), columns.get(j));
      }
    }
    List<Constraint> found = new ArrayList<>();
    boolean[] decided = new boolean[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n && !decided[j]; i++) {
        boolean both = decides[i][j] && decides[j][i];
        if (decides[i][j] && (!both || i < j)) {
          String from = columns.get(i).name();
          String to = columns.get(j).name();
          found.add(both ? new Constraint.OneToOne(from, to) : new Constraint.Determines(from, to));
          decided[j] = true;
        }
      }
    }
    return found;
  }

  private boolean decides(SampleColumn from, SampleColumn to) {
    if (from.distinct() < to.distinct()) {
      return false;
    }
    int[] decision = new int[from.distinct() + 1];
    int[] rows = new int[from.distinct() + 1];
    Arrays.fill(decision, Integer.MIN_VALUE);
    for (int row = 0; row < from.rows(); row++) {
      int value = from.code(row) + 1;
      if (rows[value]++ > 0 && decision[value] != to.code(row)) {
        return false;
      }
      decision[value] = to.code(row);
    }
    return Significance.isEnough(nats(rows, to), (long) columns.size() * columns.size());
  }

  private static double nats(int[] rows, SampleColumn to) {
    double nats = 0;
    double missing = (double) to.nulls() / to.rows();
    for (int count : rows) {
      double p = Math.pow(missing, count);
      for (int code = 0; code < to.distinct(); code++) {
        p += Math.pow(to.share(code), count);
      }
      nats -= Math.log(Math.min(1, p));
    }
    return nats;
  }
}
