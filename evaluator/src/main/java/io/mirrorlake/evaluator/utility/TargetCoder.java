package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns a target column into a {@link Task} and tables into labelled ones. A category is
 * classified; so is a number with at most {@value #MAX_NUMBER_CLASSES} different real values, all
 * of them whole (codes, flags, grades); any other number is a regression. Rows without a target,
 * and synthetic rows of a class that no real row has, are left out.
 */
public final class TargetCoder {
  /** A digit's worth of classes: number columns with more values are rarely class codes. */
  private static final int MAX_NUMBER_CLASSES = 10;

  private final Task task;
  private final int place;
  private final List<Double> classValues;

  private TargetCoder(Task task, int place, List<Double> classValues) {
    this.task = task;
    this.place = place;
    this.classValues = List.copyOf(classValues);
  }

  /**
   * The coder of a target, from real rows with at least two different values of it.
   *
   * @param real real rows
   * @param target the target's name, a column of the table
   */
  public static TargetCoder of(SampleTable real, String target) {
    int place = real.indexOf(target).orElseThrow();
    if (real.column(place) instanceof CategoryColumn categories) {
      long[] counts = categories.counts();
      int[] codes = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).toArray();
      List<String> classes = Arrays.stream(codes).mapToObj(categories.labels()::get).toList();
      List<Double> values = Arrays.stream(codes).mapToObj(code -> (double) code).toList();
      return new TargetCoder(new Task(target, classes), place, values);
    }
    NumberColumn numbers = (NumberColumn) real.column(place);
    double[] values = Arrays.stream(numbers.sorted()).distinct().toArray();
    boolean classes =
        values.length <= MAX_NUMBER_CLASSES
            && Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    List<Double> kept = classes ? Arrays.stream(values).boxed().toList() : List.of();
    List<String> labels = kept.stream().map(ValueText::number).toList();
    return new TargetCoder(new Task(target, labels), place, kept);
  }

  /** The task. */
  public Task task() {
    return task;
  }

  /** The rows that have a label, without the target among the features. */
  public LabelledTable label(SampleTable table) {
    double[] all =
        IntStream.range(0, table.rows())
            .mapToDouble(row -> labelOf(table.column(place), row))
            .toArray();
    int[] rows = IntStream.range(0, all.length).filter(row -> !Double.isNaN(all[row])).toArray();
    SampleTable kept = table.take(rows);
    List<SampleColumn> features = new ArrayList<>(kept.columns());
    features.remove(place);
    double[] labels = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    return LabelledTable.of(new SampleTable(features, rows.length), labels);
  }

  private double labelOf(SampleColumn column, int row) {
    if (column.isMissing(row)) {
      return Double.NaN;
    }
    double value =
        column instanceof NumberColumn numbers
            ? numbers.value(row)
            : ((CategoryColumn) column).code(row);
    if (task.isRegression()) {
      return value;
    }
    int known = classValues.indexOf(value);
    return known < 0 ? Double.NaN : known;
  }
}
