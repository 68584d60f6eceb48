package io.mirrorlake.evaluator.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A table in memory.
 *
 * @param columns the columns, all with the same number of rows
 * @param rows the number of rows
 */
public record SampleTable(List<SampleColumn> columns, int rows) {
  public SampleTable {
    columns = List.copyOf(columns);
    for (SampleColumn column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "column " + column.name() + " has " + column.rows() + " rows in a table of " + rows);
      }
    }
  }

  /** The table of these columns; at least one. */
  public static SampleTable of(List<? extends SampleColumn> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table needs a column");
    }
    return new SampleTable(List.copyOf(columns), columns.get(0).rows());
  }

  /** The table of these columns; at least one. */
  public static SampleTable of(SampleColumn... columns) {
    return of(List.of(columns));
  }

  /** The column at this place. */
  public SampleColumn column(int index) {
    return columns.get(index);
  }

  /** The number of columns. */
  public int width() {
    return columns.size();
  }

  /** The names of the columns, in order. */
  public List<String> names() {
    return columns.stream().map(SampleColumn::name).toList();
  }

  /** The place of the column with this name. */
  public OptionalInt indexOf(String name) {
    int index = names().indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** These rows in this order; a row may be taken any number of times. */
  public SampleTable take(int[] chosen) {
    List<SampleColumn> taken = new ArrayList<>(columns.size());
    for (SampleColumn column : columns) {
      taken.add(column.take(chosen));
    }
    return new SampleTable(taken, chosen.length);
  }

  /** The table with the columns that pass, in order. */
  public SampleTable select(Predicate<SampleColumn> wanted) {
    return new SampleTable(columns.stream().filter(wanted).toList(), rows);
  }

  /** These rows followed by those of another table with the same columns. */
  public SampleTable append(SampleTable other) {
    List<SampleColumn> joined = new ArrayList<>(columns.size());
    for (int c = 0; c < columns.size(); c++) {
      joined.add(append(columns.get(c), other.columns.get(c)));
    }
    return new SampleTable(joined, rows + other.rows);
  }

  private static SampleColumn append(SampleColumn first, SampleColumn second) {
    if (first instanceof NumberColumn a && second instanceof NumberColumn b) {
      double[] values = new double[a.rows() + b.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = row < a.rows() ? a.value(row) : b.value(row - a.rows());
      }
      return NumberColumn.of(a.name(), a.measure(), values);
    }
    if (first instanceof CategoryColumn a
        && second instanceof CategoryColumn b
        && a.labels().equals(b.labels())) {
      int[] codes = new int[a.rows() + b.rows()];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = row < a.rows() ? a.code(row) : b.code(row - a.rows());
      }
      return CategoryColumn.of(a.name(), a.labels(), codes);
    }
    throw new IllegalArgumentException(
        "columns " + first.name() + " and " + second.name() + " do not match");
  }
}
