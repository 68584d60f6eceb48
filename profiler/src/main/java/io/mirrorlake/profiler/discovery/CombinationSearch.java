package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of nominal columns that leave combinations of frequent values out. The evidence is the
 * number of rows that the empty combinations would have if the columns were independent (Poisson).
 */
final class CombinationSearch {
  /** As many combinations as a reviewer reads. */
  private static final int MOST_COMBINATIONS = 64;

  /** A combination that occurs must do so often, or the empty ones may be its rarer neighbours. */
  private static final int LEAST_OBSERVED = 20;

  private final List<SampleColumn> columns;
  private final Set<String> taken = new HashSet<>();
  private final List<Constraint> found = new ArrayList<>();

  private final int exceptions;

  private CombinationSearch(List<SampleColumn> columns, int exceptions) {
    this.exceptions = exceptions;
    this.columns = columns;
  }

  /** The pairs among columns that no other constraint decides. */
  static List<Constraint> pairs(List<SampleColumn> all, Set<String> decided, int exceptions) {
    CombinationSearch search =
        new CombinationSearch(
            all.stream()
                .filter(
                    column ->
                        !column.isNumber()
                            && !column.isTemporal()
                            && column.distinct() >= 2
                            && column.distinct() <= MOST_COMBINATIONS
                            && !decided.contains(column.name()))
                .toList(),
            exceptions);
    for (int i = 0; i < search.columns.size(); i++) {
      for (int j = i + 1; j < search.columns.size(); j++) {
        search.attempt(search.columns.get(i), search.columns.get(j));
      }
    }
    return search.found;
  }

  private void attempt(SampleColumn left, SampleColumn right) {
    if (taken.contains(left.name()) || taken.contains(right.name())) {
      return;
    }
    int[][] counts = new int[left.distinct() + 1][right.distinct() + 1];
    for (int row = 0; row < left.rows(); row++) {
      counts[left.code(row) + 1][right.code(row) + 1]++;
    }
    int observed = 0;
    int broken = 0;
    double missing = 0;
    for (int l = 0; l < counts.length; l++) {
      for (int r = 0; r < counts[l].length; r++) {
        boolean few = counts[l][r] > 0 && counts[l][r] < LEAST_OBSERVED;
        broken += few ? counts[l][r] : 0;
        if (broken > exceptions) {
          return;
        }
        observed += counts[l][r] >= LEAST_OBSERVED ? 1 : 0;
        double expected = share(left, l) * share(right, r) * left.rows();
        missing += counts[l][r] < LEAST_OBSERVED && expected >= LEAST_OBSERVED ? expected : 0;
      }
    }
    if (observed <= MOST_COMBINATIONS
        && Significance.isEnough(
            missing - Significance.choices(left.rows(), broken),
            (long) columns.size() * columns.size())) {
      found.add(new Constraint.Combination(List.of(left.name(), right.name())));
      taken.add(left.name());
      taken.add(right.name());
    }
  }

  private static double share(SampleColumn column, int value) {
    return value == 0 ? (double) column.nulls() / column.rows() : column.share(value - 1);
  }
}
