package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of at least three columns of ones and zeros, or of booleans, of which exactly one is set
 * in every row. Two such columns are one-to-one already.
 */
final class OneHotSearch {
  private static final int LEAST_COLUMNS = 3;

  private OneHotSearch() {}

  static List<Constraint> groups(
      List<SampleColumn> columns, List<TableRow> rows, List<String> names) {
    List<boolean[]> set = new ArrayList<>();
    List<SampleColumn> flags = new ArrayList<>();
    for (SampleColumn column : columns) {
      if (isFlag(column)) {
        flags.add(column);
        set.add(set(column, rows, names.indexOf(column.name())));
      }
    }
    List<Constraint> found = new ArrayList<>();
    boolean[] taken = new boolean[flags.size()];
    for (int first = 0; first < flags.size(); first++) {
      List<Integer> group = taken[first] ? List.of() : group(set, taken, first);
      if (group.size() >= LEAST_COLUMNS && isMeaningful(set, group, flags.size())) {
        group.forEach(member -> taken[member] = true);
        found.add(
            new Constraint.OneHot(group.stream().map(member -> flags.get(member).name()).toList()));
      }
    }
    return found;
  }

  private static boolean isFlag(SampleColumn column) {
    if (column.distinct() != 2 || column.nulls() > 0) {
      return false;
    }
    double[] sorted = column.sorted();
    return column.type().kind() == Kind.BOOLEAN
        || (column.isNumber() && sorted[0] == 0 && sorted[sorted.length - 1] == 1);
  }

  private static boolean[] set(SampleColumn column, List<TableRow> rows, int position) {
    boolean[] set = new boolean[rows.size()];
    for (int row = 0; row < set.length; row++) {
      set[row] =
          column.type().kind() == Kind.BOOLEAN
              ? Boolean.parseBoolean(rows.get(row).text(position))
              : column.number(row) == 1;
    }
    return set;
  }

  /**
   * The group that takes in every next column that is never set along with it; empty if it is none.
   */
  private static List<Integer> group(List<boolean[]> set, boolean[] taken, int first) {
    boolean[] covered = set.get(first).clone();
    List<Integer> group = new ArrayList<>(List.of(first));
    for (int next = first + 1; next < set.size(); next++) {
      if (!taken[next] && areDisjoint(covered, set.get(next))) {
        group.add(next);
        for (int row = 0; row < covered.length; row++) {
          covered[row] |= set.get(next)[row];
        }
      }
    }
    for (boolean one : covered) {
      if (!one) {
        return List.of();
      }
    }
    return group;
  }

  private static boolean areDisjoint(boolean[] one, boolean[] other) {
    for (int row = 0; row < one.length; row++) {
      if (one[row] && other[row]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMeaningful(List<boolean[]> set, List<Integer> group, int flags) {
    int rows = set.get(0).length;
    double none = 1;
    double odds = 0;
    for (int member : group) {
      int count = 0;
      for (boolean one : set.get(member)) {
        count += one ? 1 : 0;
      }
      double share = (double) count / rows;
      none *= 1 - share;
      odds += share / (1 - share);
    }
    return rows >= Significance.LEAST_ROWS
        && Significance.isEnough(Significance.nats(rows, none * odds), (long) flags * flags);
  }
}
