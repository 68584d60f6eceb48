package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of at least three columns of ones and zeros, or of booleans, of which exactly one is set
 * in every row. Two such columns are one-to-one already.
 */
final class OneHotSearch {
  private static final int LEAST_COLUMNS = 3;

  private OneHotSearch() {}

  static List<Constraint> groups(
      List<SampleColumn> columns, List<TableRow> rows, List<String> names, int exceptions) {
    List<boolean[]> set = new ArrayList<>();
    List<SampleColumn> flags = new ArrayList<>();
    for (SampleColumn column : columns) {
      if (isFlag(column, exceptions)) {
        flags.add(column);
        set.add(set(column, rows, names.indexOf(column.name())));
      }
    }
    List<Constraint> found = new ArrayList<>();
    boolean[] taken = new boolean[flags.size()];
    for (int first = 0; first < flags.size(); first++) {
      List<Integer> group = taken[first] ? List.of() : group(set, taken, first, exceptions);
      if (group.size() >= LEAST_COLUMNS && isMeaningful(set, group, flags.size(), exceptions)) {
        group.forEach(member -> taken[member] = true);
        found.add(
            new Constraint.OneHot(group.stream().map(member -> flags.get(member).name()).toList()));
      }
    }
    return found;
  }

  /** Whether all rows but a few are one or zero, and more than a few are either. */
  private static boolean isFlag(SampleColumn column, int exceptions) {
    if (column.type().kind() == Kind.BOOLEAN) {
      return column.nulls() <= exceptions && column.unusual() > exceptions;
    }
    double[] sorted = column.sorted();
    long ones = Arrays.stream(sorted).filter(number -> number == 1).count();
    long zeros = Arrays.stream(sorted).filter(number -> number == 0).count();
    return column.isNumber()
        && Math.min(ones, zeros) > exceptions
        && ones + zeros >= column.rows() - exceptions;
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
   * The group that takes in every next column that is hardly ever set along with it; empty if it is
   * none.
   */
  private static List<Integer> group(
      List<boolean[]> set, boolean[] taken, int first, int exceptions) {
    boolean[] covered = set.get(first).clone();
    List<Integer> group = new ArrayList<>(List.of(first));
    for (int next = first + 1; next < set.size(); next++) {
      if (!taken[next] && both(covered, set.get(next)) <= exceptions) {
        group.add(next);
        for (int row = 0; row < covered.length; row++) {
          covered[row] |= set.get(next)[row];
        }
      }
    }
    return broken(set, group) <= exceptions ? group : List.of();
  }

  private static int both(boolean[] one, boolean[] other) {
    int both = 0;
    for (int row = 0; row < one.length; row++) {
      both += one[row] && other[row] ? 1 : 0;
    }
    return both;
  }

  /** The rows in which not exactly one of the group is set. */
  private static int broken(List<boolean[]> set, List<Integer> group) {
    int broken = 0;
    for (int row = 0; row < set.get(0).length; row++) {
      int ones = 0;
      for (int member : group) {
        ones += set.get(member)[row] ? 1 : 0;
      }
      broken += ones == 1 ? 0 : 1;
    }
    return broken;
  }

  private static boolean isMeaningful(
      List<boolean[]> set, List<Integer> group, int flags, int exceptions) {
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
        && Significance.isEnough(
            Significance.nats(rows, Math.min(exceptions, broken(set, group)), none * odds),
            (long) flags * flags);
  }
}
