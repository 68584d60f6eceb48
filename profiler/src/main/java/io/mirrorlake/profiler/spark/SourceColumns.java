package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * The columns of a source that a profile takes in, and the query that reads them as doubles and
 * strings.
 */
final class SourceColumns {
  private final List<Column> columns;
  private final List<String> left;

  private SourceColumns(List<Column> columns, List<String> left) {
    this.columns = columns;
    this.left = left;
  }

  /**
   * The columns of the dataset that the options do not exclude.
   *
   * @throws UserException where the options name a column that the dataset has not, or a column's
   *     type has no marginal
   */
  static SourceColumns of(Dataset<Row> source, String table, ProfileOptions options) {
    Set<String> names = new HashSet<>();
    for (StructField field : source.schema().fields()) {
      if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "table '" + table + "' has the column '" + field.name() + "' twice",
            "rename one of the two in the source");
      }
    }
    requireColumns(source, table, "excludedColumns", options.excludedColumns());
    options
        .primaryKey()
        .ifPresent(key -> requireColumns(source, table, "primaryKey", List.of(key)));
    options
        .privacyUnit()
        .ifPresent(unit -> requireColumns(source, table, "privacyUnit", List.of(unit)));
    List<Column> columns = new ArrayList<>();
    for (StructField field : source.schema().fields()) {
      if (!options.excludedColumns().contains(field.name())) {
        columns.add(column(table, field));
      }
    }
    if (columns.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "table '" + table + "' has no column left to profile",
          "exclude fewer columns, or name a source with columns");
    }
    return new SourceColumns(columns, options.excludedColumns());
  }

  private static void requireColumns(
      Dataset<Row> source, String table, String key, List<String> wanted) {
    List<String> present = Arrays.asList(source.columns());
    for (String name : wanted) {
      if (!present.contains(name)) {
        throw UserException.of(
            ErrorKind.SOURCE,
            "table '" + table + "' has no column '" + name + "', which " + key + " names",
            "name one of its columns: " + String.join(", ", present));
      }
    }
  }

  private static Column column(String table, StructField field) {
    String ddl = field.dataType().sql();
    return ColumnType.ofDdl(ddl)
        .map(type -> new Column(field.name(), type, field.nullable()))
        .orElseThrow(
            () ->
                UserException.of(
                    ErrorKind.SOURCE,
                    "column '"
                        + table
                        + "."
                        + field.name()
                        + "' has the type "
                        + ddl.toLowerCase(Locale.ROOT)
                        + ", which has no marginal yet",
                    "exclude the column, or cast it in a view to one of: boolean, an integer type, float, double,"
                        + " decimal, string, date, timestamp"));
  }

  /** The columns in the order of the source. */
  List<Column> columns() {
    return columns;
  }

  /** The names of the columns that are left out. */
  List<String> left() {
    return left;
  }

  /**
   * The source with every column as a double or a string, followed by a hash of the privacy unit
   * and one of the primary key, where there are such. Dates become days and timestamps microseconds
   * since 1970-01-01.
   */
  Dataset<Row> query(Dataset<Row> source, ProfileOptions options) {
    List<org.apache.spark.sql.Column> selected = new ArrayList<>();
    columns.forEach(column -> selected.add(plain(column)));
    Stream.of(options.privacyUnit(), options.primaryKey())
        .flatMap(Optional::stream)
        .forEach(name -> selected.add(xxhash64(col(quoted(name)))));
    return source.select(selected.toArray(org.apache.spark.sql.Column[]::new));
  }

  private static org.apache.spark.sql.Column plain(Column column) {
    String name = quoted(column.name());
    return switch (column.type().kind()) {
      case STRING -> col(name);
      case BOOLEAN -> col(name).cast("string");
      case DATE -> expr("double(unix_date(" + name + "))");
      case TIMESTAMP -> expr("double(unix_micros(" + name + "))");
      case TIMESTAMP_NTZ ->
          expr(
              "double(timestampdiff(MICROSECOND, TIMESTAMP_NTZ'1970-01-01 00:00:00', "
                  + name
                  + "))");
      default -> col(name).cast("double");
    };
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
