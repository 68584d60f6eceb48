package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.broadcast;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Numbers of the kept rows that a table's references lead to, beside the table's own columns:
 * prices, of which amounts are copies or products.
 */
final class BorrowedColumns {
  /** What the names begin with; no source's column is called so. */
  private static final String BORROWED = ">";

  private static final String PART = "?part";

  /** Each is looked at with all pairs of the table's own numbers. */
  private static final int MAX_COLUMNS = 24;

  private final TableNode table;
  private final KeyColumns keys;
  private final Map<String, Borrowed> columns = new LinkedHashMap<>();

  BorrowedColumns(TableNode table, KeyColumns keys) {
    this.table = table;
    this.keys = keys;
  }

  /** The columns by their names. */
  Map<String, Borrowed> columns() {
    return columns;
  }

  /** The table's rows with the numbers of the parent that a reference leads to, if it is kept. */
  Dataset<Row> joined(Dataset<Row> rows, DeclaredReference reference, TableNode parent) {
    Optional<TableProfile> kept = parent.profile().filter(any -> parent.table().isKept());
    List<Borrowed> added = new ArrayList<>();
    if (kept.isPresent() && hasNumbers()) {
      added.addAll(of(reference, parent, kept.get()));
    }
    if (added.isEmpty()) {
      return rows;
    }
    added.forEach(column -> columns.put(column.name(), column));
    Dataset<Row> values =
        select(
            parent.rows(),
            Stream.concat(
                numbered(reference.parentColumns(), PART),
                added.stream().map(column -> named(column.of()).as(column.name()))));
    return withMatching(rows, reference.columns(), broadcast(values), PART);
  }

  /** Whether the table has numbers of its own that may follow from others. */
  private boolean hasNumbers() {
    Set<String> left = new HashSet<>(table.table().options().excludedColumns());
    left.addAll(keys.placed().keySet());
    left.addAll(keys.unique());
    keys.single().ifPresent(left::add);
    return table.table().options().constraints().discover()
        && Stream.of(table.table().rows().schema().fields())
            .filter(field -> !left.contains(field.name()))
            .map(StructField::dataType)
            .anyMatch(NumericType.class::isInstance);
  }

  /** The parent's numbers, without its keys. */
  private List<Borrowed> of(DeclaredReference reference, TableNode parent, TableProfile kept) {
    boolean nulls =
        reference.columns().stream()
            .map(key -> Objects.requireNonNull(keys.placed().get(key)))
            .anyMatch(key -> key.column().nullable());
    Set<String> left = new HashSet<>(parent.table().primaryKey());
    left.addAll(reference.parentColumns());
    String name = reference.name(table.name());
    return kept.columns().stream()
        .map(ColumnProfile::column)
        .filter(of -> of.type().kind().isNumber() && !left.contains(of.name()))
        .limit(MAX_COLUMNS - columns.size())
        .map(
            of -> {
              String own = BORROWED + name + "." + of.name();
              Column column = new Column(own, of.type(), nulls || of.nullable());
              return new Borrowed(column, name, of.name());
            })
        .toList();
  }

  /** A fit's columns without the borrowed ones that nothing is computed from. */
  static List<ColumnProfile> used(List<ColumnProfile> columns) {
    Set<String> inputs = new HashSet<>();
    for (ColumnProfile column : columns) {
      if (column instanceof Derived derived) {
        inputs.addAll(derived.formula().inputs());
      }
    }
    return columns.stream()
        .filter(column -> !(column instanceof Borrowed) || inputs.contains(column.name()))
        .toList();
  }
}
