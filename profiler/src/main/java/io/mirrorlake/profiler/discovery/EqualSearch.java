package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Columns that are equal, nulls included, and columns with one value only. */
final class EqualSearch {
  private EqualSearch() {}

  static List<Constraint> constants(List<SampleColumn> columns) {
    List<Constraint> found = new ArrayList<>();
    for (SampleColumn column : columns) {
      if (column.distinct() == 1 && column.nulls() == 0) {
        found.add(new Constraint.Constant(column.name()));
      }
    }
    return found;
  }

  static List<Constraint> pairs(List<SampleColumn> columns) {
    List<Constraint> found = new ArrayList<>();
    long candidates = (long) columns.size() * columns.size() / 2;
    boolean[] copied = new boolean[columns.size()];
    for (int j = 1; j < columns.size(); j++) {
      for (int i = 0; i < j && !copied[j]; i++) {
        SampleColumn other = columns.get(i);
        SampleColumn column = columns.get(j);
        if (!copied[i]
            && areEqual(column, other)
            && Significance.isEnough(nats(column), candidates)) {
          found.add(new Constraint.Equal(column.name(), other.name()));
          copied[j] = true;
        }
      }
    }
    return found;
  }

  private static boolean areEqual(SampleColumn column, SampleColumn other) {
    boolean calculable = column.isComparableTo(other);
    if (!calculable && !column.type().equals(other.type())) {
      return false;
    }
    // Codes number values in the order of their first rows.
    for (int row = 0; row < column.rows(); row++) {
      if (column.code(row) != other.code(row)) {
        return false;
      }
    }
    return column.hasValuesOf(other);
  }

  /** Rows that two independent columns of this kind share by chance. */
  private static double nats(SampleColumn column) {
    double share = (double) column.nulls() / column.rows();
    double p = share * share;
    for (int code = 0; code < column.distinct(); code++) {
      p += column.share(code) * column.share(code);
    }
    return Significance.nats(column.rows(), p);
  }
}
