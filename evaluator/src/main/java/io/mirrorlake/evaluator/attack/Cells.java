package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;
import java.util.List;

/**
 * The values of a table as numbers: those of numbers and times as they are, the codes of labels,
 * and NaN where a value is missing.
 */
final class Cells {
  private final double[][] columns;
  private final boolean[] ordered;
  private final int rows;

  private Cells(double[][] columns, boolean[] ordered, int rows) {
    this.columns = columns;
    this.ordered = ordered;
    this.rows = rows;
  }

  static Cells of(SampleTable table) {
    double[][] columns = new double[table.width()][table.rows()];
    boolean[] ordered = new boolean[table.width()];
    for (int c = 0; c < columns.length; c++) {
      SampleColumn column = table.column(c);
      ordered[c] = column instanceof NumberColumn;
      for (int row = 0; row < table.rows(); row++) {
        columns[c][row] = cell(column, row);
      }
    }
    return new Cells(columns, ordered, table.rows());
  }

  private static double cell(SampleColumn column, int row) {
    if (column.isMissing(row)) {
      return Double.NaN;
    }
    return column instanceof NumberColumn numbers
        ? numbers.value(row)
        : ((CategoryColumn) column).code(row);
  }

  int rows() {
    return rows;
  }

  int width() {
    return columns.length;
  }

  /** Whether a column's values have an order, so that more and less say something. */
  boolean isOrdered(int column) {
    return ordered[column];
  }

  double value(int column, int row) {
    return columns[column][row];
  }

  /** The values of a column that are not missing, in ascending order. */
  double[] sorted(int column) {
    double[] present = Arrays.stream(columns[column]).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(present);
    return present;
  }

  /** Whether exactly one row meets all conditions. */
  boolean isSingledOut(List<Condition> conditions) {
    int found = 0;
    for (int row = 0; row < rows && found < 2; row++) {
      found += meets(row, conditions) ? 1 : 0;
    }
    return found == 1;
  }

  private boolean meets(int row, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (!condition.isMetBy(columns[condition.column()][row])) {
        return false;
      }
    }
    return true;
  }

  /** Those of some rows that meet a condition. */
  int[] meeting(int[] some, Condition condition) {
    double[] values = columns[condition.column()];
    return Arrays.stream(some).filter(row -> condition.isMetBy(values[row])).toArray();
  }
}
