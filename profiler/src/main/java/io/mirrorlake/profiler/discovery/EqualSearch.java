package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Columns that are equal, nulls included, and columns with one value only. */
final class EqualSearch {
  private EqualSearch() {}

  static List<Constraint> constants(List<SampleColumn> columns, int exceptions) {
    List<Constraint> found = new ArrayList<>();
    for (SampleColumn column : columns) {
      if (column.distinct() > 0 && column.unusual() <= exceptions) {
        found.add(new Constraint.Constant(column.name()));
      }
    }
    return found;
  }

  /** Whether all rows but a few have one value; a column of nulls has none. */
  static boolean isConstant(SampleColumn column, int exceptions) {
    return column.unusual() <= exceptions || column.nulls() >= column.rows() - exceptions;
  }

  static List<Constraint> pairs(List<SampleColumn> columns, int exceptions) {
    List<Constraint> found = new ArrayList<>();
    long candidates = (long) columns.size() * columns.size() / 2;
    boolean[] copied = new boolean[columns.size()];
    for (int j = 1; j < columns.size(); j++) {
      for (int i = 0; i < j && !copied[j]; i++) {
        SampleColumn other = columns.get(i);
        SampleColumn column = columns.get(j);
        if (!copied[i]
            && isComparable(column, other)
            && isEnough(column, different(column, other), exceptions, candidates)) {
          found.add(new Constraint.Equal(column.name(), other.name()));
          copied[j] = true;
        }
      }
    }
    return found;
  }

  /** Columns that are equal to one that is borrowed: the first of these, if there are several. */
  static List<Constraint> copies(
      List<SampleColumn> columns, List<SampleColumn> borrowed, int exceptions) {
    List<Constraint> found = new ArrayList<>();
    long candidates = (long) columns.size() * borrowed.size();
    for (SampleColumn column : columns) {
      borrowed.stream()
          .filter(other -> isComparable(column, other))
          .filter(other -> isEnough(column, different(column, other), exceptions, candidates))
          .findFirst()
          .ifPresent(other -> found.add(new Constraint.Equal(column.name(), other.name())));
    }
    return found;
  }

  private static boolean isComparable(SampleColumn column, SampleColumn other) {
    return column.isComparableTo(other) || column.type().equals(other.type());
  }

  private static int different(SampleColumn column, SampleColumn other) {
    int different = 0;
    for (int row = 0; row < column.rows(); row++) {
      different += column.agreesWith(other, row) ? 0 : 1;
    }
    return different;
  }

  private static boolean isEnough(
      SampleColumn column, int different, int exceptions, long candidates) {
    double p = byChance(column);
    return different <= exceptions
        && Significance.isEnough(Significance.nats(column.rows(), different, p), candidates);
  }

  /** The share of rows in which two independent columns of this kind are equal. */
  private static double byChance(SampleColumn column) {
    double share = (double) column.nulls() / column.rows();
    double p = share * share;
    for (int code = 0; code < column.distinct(); code++) {
      p += column.share(code) * column.share(code);
    }
    return p;
  }
}
