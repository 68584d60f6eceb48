package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;

/** What must hold of a source for a profile to be made of it; checked after the first scan. */
final class SourceChecks {
  private SourceChecks() {}

  static void requireUsable(
      TableScan scan, List<Column> columns, String table, ProfileOptions options, boolean alone) {
    if (scan.rows() == 0) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "table '" + table + "' has no rows: there is nothing to learn",
          "check the path, the partition filter or the query of the source");
    }
    // The threshold of a column may be half as much again as k.
    int needed = options.minimumUnits() + options.minimumUnits() / 2;
    if (alone && scan.rows() < needed) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "table '"
              + table
              + "' has "
              + scan.rows()
              + " rows, fewer than the "
              + needed
              + " that k = "
              + options.minimumUnits()
              + " needs",
          "profile more rows, or lower disclosure.minimumUnits where the table is not about people");
    }
    for (int i = 0; i < columns.size(); i++) {
      if (options.primaryKey().filter(columns.get(i).name()::equals).isPresent()) {
        requireKey(scan, i, columns.get(i), table);
      }
    }
  }

  private static void requireKey(TableScan scan, int position, Column column, String table) {
    String name = table + "." + column.name();
    Kind kind = column.type().kind();
    if (!kind.isInteger()
        && !kind.isText()
        && !(kind == Kind.DECIMAL && column.type().scale() == 0)) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the primary key " + name + " has the type " + column.type().ddl(),
          "name a key of whole numbers or strings");
    }
    ColumnSketch sketch = scan.column(position);
    if (sketch.nulls().rows() > 0) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the primary key "
              + name
              + " is null in "
              + sketch.nulls().rows()
              + " of "
              + scan.rows()
              + " rows",
          "name a key without nulls, or filter those rows");
    }
    long repeated = scan.key().repeated();
    if (repeated > 0) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the primary key "
              + name
              + " is not unique: "
              + (scan.key().isExact() ? "" : "in a sample, ")
              + repeated
              + " of its values occur more than once",
          "remove the duplicate rows, or name another primaryKey");
    }
  }
}
