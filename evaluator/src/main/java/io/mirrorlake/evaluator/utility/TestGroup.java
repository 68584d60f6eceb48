package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Test rows that a model must treat like others. */
final class TestGroup {
  /** With fewer rows a share has a standard error above 3.5 points. */
  private static final int LEAST_ROWS = 200;

  private static final int QUARTERS = 4;

  private final String columns;
  private final String name;
  private final int[] rows;

  private TestGroup(String columns, String name, int[] rows) {
    this.columns = columns;
    this.name = name;
    this.rows = rows;
  }

  /** The columns that tell the group. */
  String columns() {
    return columns;
  }

  /** The group, such as {@code Female, Black}. */
  String name() {
    return name;
  }

  /** Its rows, ascending. */
  int[] rows() {
    return rows.clone();
  }

  /**
   * The groups of these columns, labels by their values and numbers by their quarters, and of each
   * two of them together; those with at least 200 rows.
   */
  static List<TestGroup> of(SampleTable test, List<String> columns) {
    List<List<TestGroup>> single =
        columns.stream()
            .flatMap(name -> test.indexOf(name).stream().boxed())
            .map(place -> ofColumn(test.column(place)))
            .toList();
    List<TestGroup> groups = new ArrayList<>();
    single.forEach(groups::addAll);
    for (int a = 0; a < single.size(); a++) {
      for (int b = a + 1; b < single.size(); b++) {
        for (TestGroup one : single.get(a)) {
          single.get(b).forEach(other -> groups.add(one.and(other)));
        }
      }
    }
    return groups.stream().filter(group -> group.rows.length >= LEAST_ROWS).toList();
  }

  private TestGroup and(TestGroup other) {
    int[] both =
        IntStream.of(rows).filter(row -> Arrays.binarySearch(other.rows, row) >= 0).toArray();
    return new TestGroup(columns + ", " + other.columns, name + ", " + other.name, both);
  }

  private static List<TestGroup> ofColumn(SampleColumn column) {
    return column instanceof CategoryColumn labels
        ? IntStream.range(0, labels.labels().size())
            .mapToObj(
                code -> where(column, labels.labels().get(code), row -> labels.code(row) == code))
            .toList()
        : quarters((NumberColumn) column);
  }

  private static List<TestGroup> quarters(NumberColumn column) {
    double[] sorted = column.sorted();
    List<TestGroup> groups = new ArrayList<>();
    double above = Double.NEGATIVE_INFINITY;
    for (int q = 1; q <= QUARTERS && sorted.length > 0; q++) {
      double from = above;
      double to = sorted[Math.max(0, sorted.length * q / QUARTERS - 1)];
      groups.add(
          where(
              column,
              String.format(Locale.ROOT, q == 1 ? "to %2$.6g" : "above %1$.6g to %2$.6g", from, to),
              row -> column.value(row) > from && column.value(row) <= to));
      above = to;
    }
    return groups;
  }

  private static TestGroup where(SampleColumn column, String name, IntPredicate isIn) {
    return new TestGroup(
        column.name(), name, IntStream.range(0, column.rows()).filter(isIn).toArray());
  }
}
