package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Faults that any table can have. */
final class TableFaults {
  private TableFaults() {}

  /** One value in ten is replaced by one that is drawn evenly from the column's range or labels. */
  static SampleTable noisy(SampleTable table) {
    Draw draw = Draw.of(1, "noise");
    List<SampleColumn> columns = new ArrayList<>();
    for (SampleColumn column : table.columns()) {
      columns.add(
          column instanceof NumberColumn numbers
              ? noisy(numbers, draw)
              : noisy((CategoryColumn) column, draw));
    }
    return SampleTable.of(columns);
  }

  private static SampleColumn noisy(NumberColumn column, Draw draw) {
    double[] sorted = column.sorted();
    double low = sorted[0];
    double width = sorted[sorted.length - 1] - low;
    return NumberColumn.of(
        column.name(),
        column.measure(),
        IntStream.range(0, column.rows())
            .mapToDouble(
                row -> draw.uniform() < 0.1 ? low + draw.uniform() * width : column.value(row))
            .toArray());
  }

  private static SampleColumn noisy(CategoryColumn column, Draw draw) {
    long[] counts = column.counts();
    int[] present = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).toArray();
    return CategoryColumn.of(
        column.name(),
        column.labels(),
        IntStream.range(0, column.rows())
            .map(
                row ->
                    draw.uniform() < 0.1
                        ? present[(int) (draw.uniform() * present.length)]
                        : column.code(row))
            .toArray());
  }

  /** The table with one of its columns replaced. */
  static SampleTable with(SampleTable table, SampleColumn replacement) {
    return SampleTable.of(
        table.columns().stream()
            .map(column -> column.name().equals(replacement.name()) ? replacement : column)
            .toList());
  }
}
