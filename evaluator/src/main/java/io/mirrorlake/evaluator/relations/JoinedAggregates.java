package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row for each parent: its own columns, the number of its children, and of each of their
 * columns mean, standard deviation, least and greatest value (numbers and times) or the share of
 * its most frequent label (labels), and the number of different values. What a parent has none of
 * is missing. A two-sample test on these rows sees families as wholes.
 */
public final class JoinedAggregates {
  private final int[] sizes;
  private final int[][] children;

  private JoinedAggregates(Families families) {
    this.sizes = families.sizes();
    this.children = new int[sizes.length][];
    for (int parent = 0; parent < sizes.length; parent++) {
      children[parent] = new int[sizes[parent]];
    }
    int[] filled = new int[sizes.length];
    for (int child = 0; child < families.children().rows(); child++) {
      int parent = families.parentOf(child);
      children[parent][filled[parent]++] = child;
    }
  }

  /** The joined table. */
  public static SampleTable of(Families families) {
    JoinedAggregates joined = new JoinedAggregates(families);
    List<SampleColumn> columns = new ArrayList<>(families.parents().columns());
    columns.add(numbers("children", Arrays.stream(joined.sizes).asDoubleStream().toArray()));
    for (SampleColumn column : families.children().columns()) {
      columns.addAll(
          column instanceof NumberColumn numeric
              ? joined.ofNumbers(numeric)
              : joined.ofLabels((CategoryColumn) column));
    }
    return SampleTable.of(columns);
  }

  private static NumberColumn numbers(String name, double[] values) {
    return NumberColumn.of(name, Measure.NUMBER, values);
  }

  private List<SampleColumn> ofNumbers(NumberColumn column) {
    double[][] found = new double[5][sizes.length];
    for (double[] statistic : found) {
      Arrays.fill(statistic, Double.NaN);
    }
    for (int parent = 0; parent < sizes.length; parent++) {
      double[] values =
          Arrays.stream(children[parent])
              .mapToDouble(column::value)
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      int n = values.length;
      found[4][parent] = Arrays.stream(values).distinct().count();
      if (n > 0) {
        double mean = Arrays.stream(values).sum() / n;
        found[0][parent] = mean;
        found[2][parent] = values[0];
        found[3][parent] = values[n - 1];
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        found[1][parent] = n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
      }
    }
    String name = column.name();
    return List.of(
        numbers("mean of " + name, found[0]),
        numbers("spread of " + name, found[1]),
        numbers("least " + name, found[2]),
        numbers("greatest " + name, found[3]),
        numbers("different " + name, found[4]));
  }

  private List<SampleColumn> ofLabels(CategoryColumn column) {
    double[] top = new double[sizes.length];
    double[] different = new double[sizes.length];
    int[] counts = new int[column.labels().size()];
    for (int parent = 0; parent < sizes.length; parent++) {
      int present = 0;
      int most = 0;
      for (int child : children[parent]) {
        int code = column.code(child);
        if (code != CategoryColumn.MISSING) {
          present++;
          different[parent] += counts[code]++ == 0 ? 1 : 0;
          most = Math.max(most, counts[code]);
        }
      }
      top[parent] = present == 0 ? Double.NaN : (double) most / present;
      for (int child : children[parent]) {
        if (column.code(child) != CategoryColumn.MISSING) {
          counts[column.code(child)] = 0;
        }
      }
    }
    return List.of(
        numbers("share of most frequent " + column.name(), top),
        numbers("different " + column.name(), different));
  }
}
