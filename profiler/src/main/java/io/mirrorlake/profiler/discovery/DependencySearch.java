package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final int exceptions;

  private DependencySearch(List<SampleColumn> columns, int exceptions) {
    this.exceptions = exceptions;
    this.columns = columns;
    this.decides = new boolean[columns.size()][columns.size()];
  }

  static List<Constraint> dependencies(List<SampleColumn> all, int exceptions) {
    return new DependencySearch(withFewValues(all), exceptions).found();
  }

  /** What columns are decided by others that take no part themselves: by one each. */
  static List<Constraint> decidedBy(
      List<SampleColumn> deciders, List<SampleColumn> all, int exceptions) {
    DependencySearch search = new DependencySearch(withFewValues(all), exceptions);
    List<Constraint> found = new ArrayList<>();
    for (SampleColumn column : search.columns) {
      withFewValues(deciders).stream()
          .filter(decider -> search.decides(decider, column))
          .findFirst()
          .ifPresent(by -> found.add(new Constraint.Determines(by.name(), column.name())));
    }
    return found;
  }

  private static List<SampleColumn> withFewValues(List<SampleColumn> columns) {
    return columns.stream()
        .filter(
            column ->
                column.distinct() >= 2
                    && column.distinct()
                        <= Math.min(MOST_VALUES, column.rows() / LEAST_ROWS_A_VALUE))
        .sorted(Comparator.comparingInt(SampleColumn::distinct))
        .toList();
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
    if (from.distinct() + exceptions < to.distinct()) {
      return false;
    }
    List<Map<Integer, Integer>> counts = counts(from, to);
    int[] agreed = new int[counts.size()];
    int broken = 0;
    for (int value = 0; value < agreed.length; value++) {
      Map<Integer, Integer> decisions = counts.get(value);
      agreed[value] = decisions.values().stream().mapToInt(n -> n).max().orElse(0);
      broken += decisions.values().stream().mapToInt(n -> n).sum() - agreed[value];
    }
    return broken <= exceptions
        && Significance.isEnough(
            nats(agreed, to) - Significance.choices(from.rows(), broken),
            (long) columns.size() * columns.size());
  }

  /** For each value of one column, the null first, how often it has which of the other. */
  private static List<Map<Integer, Integer>> counts(SampleColumn from, SampleColumn to) {
    List<Map<Integer, Integer>> counts = new ArrayList<>();
    for (int value = 0; value <= from.distinct(); value++) {
      counts.add(new HashMap<>());
    }
    for (int row = 0; row < from.rows(); row++) {
      counts.get(from.code(row) + 1).merge(to.code(row), 1, Integer::sum);
    }
    return counts;
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
