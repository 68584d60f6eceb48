package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows without any likeness: numbers drawn evenly between a real column's least and greatest,
 * labels evenly from all of its labels, nothing missing where the column has a value at all.
 */
public final class UniformRows {
  private UniformRows() {}

  /** So many rows like those of a real table. */
  public static SampleTable of(SampleTable real, int rows, Draw draw) {
    List<SampleColumn> columns =
        real.columns().stream().map(one -> column(one, rows, draw)).toList();
    return new SampleTable(columns, rows);
  }

  private static SampleColumn column(SampleColumn real, int rows, Draw draw) {
    if (real instanceof NumberColumn numbers) {
      double[] sorted = numbers.sorted();
      double least = sorted.length == 0 ? Double.NaN : sorted[0];
      double span = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - least;
      return NumberColumn.of(
          real.name(),
          real.measure(),
          IntStream.range(0, rows).mapToDouble(row -> least + span * draw.uniform()).toArray());
    }
    List<String> labels = ((CategoryColumn) real).labels();
    return CategoryColumn.of(
        real.name(),
        labels,
        IntStream.range(0, rows)
            .map(
                row ->
                    labels.isEmpty()
                        ? CategoryColumn.MISSING
                        : (int) (labels.size() * draw.uniform()))
            .toArray());
  }
}
