package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A small table of known laws with a fixed seed, and what is found in it. */
abstract class SearchedTable extends FilledTable {
  static final int ROWS = 500;

  static final DisclosurePolicy POLICY = new DisclosurePolicy(10, false, 1);

  final List<Column> columns = new ArrayList<>();

  final void column(String name, Kind kind, IntFunction<Object> value) {
    columns.add(new Column(name, ColumnType.of(kind), true));
    values.add(value);
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
