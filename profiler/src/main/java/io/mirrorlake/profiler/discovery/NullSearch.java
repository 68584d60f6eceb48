package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Columns that are null together, or whenever another one is. */
final class NullSearch {
  private final List<SampleColumn> columns;
  private final List<SampleColumn> leaders = new ArrayList<>();
  private final List<Constraint> found = new ArrayList<>();

  private NullSearch(List<SampleColumn> columns) {
    this.columns = columns;
  }

  static List<Constraint> patterns(List<SampleColumn> all) {
    NullSearch search =
        new NullSearch(
            all.stream()
                .filter(column -> column.nulls() > 0 && column.nulls() < column.rows())
                .toList());
    search.groups();
    search.implications();
    return search.found;
  }

  private boolean isEnough(double rows, double p) {
    return Significance.isEnough(-rows * Math.log(p), (long) columns.size() * columns.size());
  }

  private void groups() {
    for (SampleColumn column : columns) {
      double q = (double) column.nulls() / column.rows();
      boolean meaningful = isEnough(column.rows(), q * q + (1 - q) * (1 - q));
      leaders.stream()
          .filter(leader -> meaningful && implies(column, leader) && implies(leader, column))
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
        implied[i][j] = i != j && isEnough(rows, p) && implies(when, column);
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

  private static boolean implies(SampleColumn when, SampleColumn column) {
    for (int row = 0; row < when.rows(); row++) {
      if (when.isNull(row) && !column.isNull(row)) {
        return false;
      }
    }
    return true;
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
