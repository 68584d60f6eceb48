package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A small table of known laws with a fixed seed, and what is found in it. */
abstract class SearchedTable {
  static final int ROWS = 500;

  static final DisclosurePolicy POLICY = new DisclosurePolicy(10, false, 1);

  final List<Column> columns = new ArrayList<>();
  final List<Function<Integer, Object>> values = new ArrayList<>();

  /** Some value of a row, or this for a null. */
  static final Object NULL = new Object();

  final void column(String name, Kind kind, Function<Integer, Object> value) {
    columns.add(new Column(name, ColumnType.of(kind), true));
    values.add(value);
  }

  static int draw(int row, int salt, int bound) {
    return new Random(31L * row + 7_919L * salt).nextInt(1 << 20) % bound;
  }

  final RowSample sample(int rows) {
    RowSample sample = new RowSample(ROWS);
    TableRow row = new TableRow(columns.size());
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < values.size(); c++) {
        Object value = values.get(c).apply(i);
        if (value instanceof String text) {
          row.put(c, text);
        } else if (value instanceof Number number) {
          row.put(c, number.doubleValue());
        } else {
          row.putNull(c);
        }
      }
      sample.add(row, i);
    }
    return sample;
  }

  final List<String> found(int rows, ConstraintOptions options) {
    return CandidateSearch.search(columns, ColumnRoles.NONE, sample(rows), options, POLICY)
        .checks()
        .stream()
        .map(checked -> checked.constraint().text())
        .toList();
  }

  final List<String> found() {
    return found(ROWS, ConstraintOptions.DEFAULT);
  }
}
