package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * Turns rows of several datasets into tables that share their labels, which are in alphabetical
 * order.
 */
final class SampleBuilder {
  private final List<ComparedColumn> columns;
  private final List<List<Row>> datasets;

  private SampleBuilder(List<ComparedColumn> columns, List<List<Row>> datasets) {
    this.columns = columns;
    this.datasets = datasets;
  }

  /** One table for each dataset. */
  static List<SampleTable> tables(List<ComparedColumn> columns, List<List<Row>> datasets) {
    SampleBuilder builder = new SampleBuilder(columns, datasets);
    List<List<SampleColumn>> built = new ArrayList<>();
    datasets.forEach(rows -> built.add(new ArrayList<>()));
    for (int c = 0; c < columns.size(); c++) {
      List<SampleColumn> column = builder.column(c);
      for (int t = 0; t < built.size(); t++) {
        built.get(t).add(column.get(t));
      }
    }
    return built.stream().map(SampleTable::of).toList();
  }

  private List<SampleColumn> column(int c) {
    Measure measure = columns.get(c).family().measure();
    return measure == Measure.CATEGORY ? categories(c) : numbers(c, measure);
  }

  private List<SampleColumn> numbers(int c, Measure measure) {
    List<SampleColumn> built = new ArrayList<>();
    for (List<Row> rows : datasets) {
      double[] values = new double[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.get(i).isNullAt(c) ? Double.NaN : rows.get(i).getDouble(c);
      }
      built.add(NumberColumn.of(columns.get(c).name(), measure, values));
    }
    return built;
  }

  private List<SampleColumn> categories(int c) {
    TreeSet<String> labels = new TreeSet<>();
    datasets.forEach(
        rows ->
            rows.stream()
                .filter(row -> !row.isNullAt(c))
                .forEach(row -> labels.add(row.getString(c))));
    List<String> ordered = List.copyOf(labels);
    Map<String, Integer> codes = new HashMap<>();
    ordered.forEach(label -> codes.put(label, codes.size()));
    List<SampleColumn> built = new ArrayList<>();
    for (List<Row> rows : datasets) {
      int[] coded =
          rows.stream()
              .mapToInt(
                  row ->
                      row.isNullAt(c)
                          ? CategoryColumn.MISSING
                          : codes.getOrDefault(row.getString(c), 0))
              .toArray();
      built.add(CategoryColumn.of(columns.get(c).name(), ordered, coded));
    }
    return built;
  }
}
