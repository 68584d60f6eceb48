package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.xxhash64;

import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.FieldType;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * The columns of a source that a profile takes in, nested ones as their leaves, and the query that
 * reads them as plain values.
 */
final class SourceColumns {
  private final List<SourceLeaf> rowLeaves = new ArrayList<>();
  private final List<SourceLeaf> repeatedLeaves = new ArrayList<>();
  private final Map<String, FieldType> nested = new TreeMap<>();
  private final List<String> left;

  private SourceColumns(List<String> left) {
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
      requireNew(names, field.name(), table);
    }
    requireColumns(source, table, "excludedColumns", options.excludedColumns());
    options
        .primaryKey()
        .ifPresent(key -> requireColumns(source, table, "primaryKey", List.of(key)));
    options
        .privacyUnit()
        .ifPresent(unit -> requireColumns(source, table, "privacyUnit", List.of(unit)));
    SourceColumns columns = new SourceColumns(options.excludedColumns());
    for (StructField field : source.schema().fields()) {
      if (!options.excludedColumns().contains(field.name())) {
        columns.add(field, SourceTypes.of(table, field));
      }
    }
    columns.requireUsable(table);
    return columns;
  }

  private static void requireNew(Set<String> names, String name, String table) {
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "table '" + table + "' has the column '" + name + "' twice",
          "rename one of the two in the source");
    }
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

  private void add(StructField field, FieldType type) {
    List<SourceLeaf> leaves = SourceLeaf.of(field.name(), type, col(quoted(field.name())));
    leaves.forEach(leaf -> (leaf.repeated() ? repeatedLeaves : rowLeaves).add(leaf));
    if (!(type instanceof ColumnType)) {
      nested.put(field.name(), type);
    }
  }

  private void requireUsable(String table) {
    if (rowLeaves.isEmpty()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "table '" + table + "' has no column left to profile",
          "exclude fewer columns, or name a source with columns");
    }
    // A column that is called like a leaf: a.b beside a struct a with a field b.
    Set<String> names = new HashSet<>();
    rowLeaves.forEach(leaf -> requireNew(names, leaf.column().name(), table));
    repeatedLeaves.forEach(leaf -> requireNew(names, leaf.column().name(), table));
  }

  /** The columns with one value a row, in the order of the source. */
  List<Column> columns() {
    return rowLeaves.stream().map(SourceLeaf::column).toList();
  }

  /** The columns inside arrays and maps, with any number of values a row. */
  List<Column> repeated() {
    return repeatedLeaves.stream().map(SourceLeaf::column).toList();
  }

  /**
   * For each of the columns the position of the struct it is a part of, or -1; where that one is
   * null, the column does not exist.
   */
  int[] parents() {
    List<String> names = columns().stream().map(Column::name).toList();
    return rowLeaves.stream()
        .mapToInt(leaf -> leaf.parent().map(names::indexOf).orElse(-1))
        .toArray();
  }

  /** The types of the nested columns by name. */
  Map<String, FieldType> nested() {
    return nested;
  }

  /** The columns that constraints do not speak of: parts of nested ones, bytes and intervals. */
  Set<String> unconstrained() {
    Set<String> names = new HashSet<>();
    for (Column column : columns()) {
      Kind kind = column.type().kind();
      if (kind == Kind.BINARY || kind.isInterval()) {
        names.add(column.name());
      }
    }
    nested.forEach((name, type) -> type.leaves(name).forEach(leaf -> names.add(leaf.path())));
    return names;
  }

  /** The names of the columns that are left out. */
  List<String> left() {
    return left;
  }

  /** Whether rows carry a hash of their privacy unit: where a unit may carry several values. */
  boolean hasUnits(ProfileOptions options) {
    return options.privacyUnit().isPresent() || !repeatedLeaves.isEmpty();
  }

  /** How many columns there are, those inside arrays and maps too. */
  int count() {
    return columns().size() + repeated().size();
  }

  /**
   * The source with every column as {@link PlainValues} reads it, then those inside arrays and maps
   * as arrays, followed by a hash of the privacy unit and one of the primary key, where there are
   * such.
   */
  Dataset<Row> query(Dataset<Row> source, ProfileOptions options) {
    List<org.apache.spark.sql.Column> selected = new ArrayList<>();
    rowLeaves.forEach(leaf -> selected.add(leaf.values()));
    repeatedLeaves.forEach(leaf -> selected.add(leaf.values()));
    if (hasUnits(options)) {
      selected.add(
          options
              .privacyUnit()
              .map(unit -> xxhash64(col(quoted(unit))))
              .orElseGet(() -> xxhash64(monotonically_increasing_id())));
    }
    options.primaryKey().ifPresent(key -> selected.add(xxhash64(col(quoted(key)))));
    return source.select(selected.toArray(org.apache.spark.sql.Column[]::new));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
