package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Columns that are null together, or whenever another one is. */
final class NullSearch {
  private final List<SampleColumn> columns;
  private final List<SampleColumn> leaders = new ArrayList<>();
  private final List<Constraint> found = new ArrayList<>();

  private final int exceptions;

  private NullSearch(List<SampleColumn> columns, int exceptions) {
    this.exceptions = exceptions;
    this.columns = columns;
  }

  static List<Constraint> patterns(List<SampleColumn> all, int exceptions) {
    NullSearch search =
        new NullSearch(
            all.stream()
                .filter(
                    column ->
                        column.nulls() > exceptions && column.nulls() < column.rows() - exceptions)
                .toList(),
            exceptions);
    search.groups();
    search.implications();
    return search.found;
  }

  private boolean isEnough(SampleColumn column, int broken, double p) {
    return broken <= exceptions
        && Significance.isEnough(
            Significance.nats(column.rows(), broken, p), (long) columns.size() * columns.size());
  }

  private void groups() {
    for (SampleColumn column : columns) {
      double q = (double) column.nulls() / column.rows();
      double p = q * q + (1 - q) * (1 - q);
      leaders.stream()
          .filter(leader -> isEnough(column, broken(column, leader) + broken(leader, column), p))
          .findFirst()
          .ifPresentOrElse(
              leader -> found.add(new Constraint.NullTogether(column.name(), leader.name())),
              () -> leaders.add(column));
    }
  }

  private void implications() {
    int n = leaders.size();
    boolean[][] implied = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        SampleColumn when = leaders.get(i);
        SampleColumn column = leaders.get(j);
        double rows = column.rows();
        double p = 1 - when.nulls() / rows * (1 - column.nulls() / rows);
        implied[i][j] = i != j && isEnough(column, broken(when, column), p);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (implied[i][j] && !isIndirect(implied, i, j)) {
          found.add(new Constraint.NullWhen(leaders.get(j).name(), leaders.get(i).name()));
        }
      }
    }
  }

  /** The rows in which the first column is null and the second is not. */
  private static int broken(SampleColumn when, SampleColumn column) {
    int broken = 0;
    for (int row = 0; row < when.rows(); row++) {
      broken += when.isNull(row) && !column.isNull(row) ? 1 : 0;
    }
    return broken;
  }

  private static boolean isIndirect(boolean[][] implied, int i, int j) {
    for (int k = 0; k < implied.length; k++) {
      if (implied[i][k] && implied[k][j]) {
        return true;
      }
    }
    return false;
  }
}
