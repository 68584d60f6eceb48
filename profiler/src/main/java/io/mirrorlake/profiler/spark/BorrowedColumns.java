package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.broadcast;

import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Columns of the rows that a table's references lead to, beside the table's own: prices of kept
 * products, of which amounts are copies or products, and what the leading parent's row says, which
 * may come again in its children's, or before all of their dates.
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

  /** The table's rows with columns of the parent that a reference leads to, if it lends any. */
  Dataset<Row> joined(Dataset<Row> rows, DeclaredReference reference, TableNode parent) {
    List<Borrowed> added =
        table.reproduces(reference) || !table.table().options().constraints().discover()
            ? List.of()
            : lent(reference, parent);
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
    boolean kept = parent.table().isKept();
    return withMatching(rows, reference.columns(), kept ? broadcast(values) : values, PART);
  }

  /** The kinds of columns of the table's own that may follow from others. */
  private Set<Comparison> own() {
    Set<String> left = new HashSet<>(table.table().options().excludedColumns());
    left.addAll(keys.placed().keySet());
    left.addAll(keys.unique());
    keys.single().ifPresent(left::add);
    return Stream.of(table.table().rows().schema().fields())
        .filter(field -> !left.contains(field.name()))
        .map(field -> SourceTypes.of(table.name(), field))
        .flatMap(type -> type instanceof ColumnType plain ? Stream.of(plain) : Stream.empty())
        .map(type -> Comparison.of(type.kind()))
        .collect(Collectors.toSet());
  }

  /** What values can be compared with. */
  private enum Comparison {
    TIMES,
    NUMBERS,
    TEXTS,
    NOTHING;

    static Comparison of(Kind kind) {
      if (kind.isTemporal()) {
        return TIMES;
      } else if (kind.isNumber()) {
        return NUMBERS;
      }
      return kind.isText() ? TEXTS : NOTHING;
    }
  }

  /** The parent's columns, without its keys: numbers of a kept one, all of one that is made up. */
  private List<Borrowed> lent(DeclaredReference reference, TableNode parent) {
    boolean kept = parent.table().isKept();
    boolean leads = table.leading().filter(reference::equals).isPresent();
    Set<Comparison> own = own();
    Set<String> left = new HashSet<>(parent.table().primaryKey());
    left.addAll(reference.parentColumns());
    boolean nulls =
        reference.columns().stream()
            .map(key -> Objects.requireNonNull(keys.placed().get(key)))
            .anyMatch(key -> key.column().nullable());
    String name = reference.name(table.name());
    return parent.profile().stream()
        .flatMap(profile -> profile.columns().stream())
        .filter(of -> kept || (leads && isMade(of, parent)))
        .map(ColumnProfile::column)
        .filter(of -> !left.contains(of.name()))
        .filter(of -> !kept || of.type().kind().isNumber())
        .filter(of -> own.contains(Comparison.of(of.type().kind())))
        .filter(of -> Comparison.of(of.type().kind()) != Comparison.NOTHING)
        .sorted(Comparator.comparing(of -> Comparison.of(of.type().kind())))
        .limit(MAX_COLUMNS - columns.size())
        .map(
            of -> {
              String borrowed = BORROWED + name + "." + of.name();
              Column column = new Column(borrowed, of.type(), nulls || of.nullable());
              return new Borrowed(column, name, of.name());
            })
        .toList();
  }

  /** Whether it is a column of a made up parent's rows that no key decides, and that is told. */
  private static boolean isMade(ColumnProfile of, TableNode parent) {
    boolean told = of.distribution().filter(marginal -> marginal.segmentCount() == 0).isEmpty();
    boolean made = of instanceof Drawn || of instanceof Derived || of instanceof Evolved;
    return made && told && !of.hidden() && List.of(parent.rows().columns()).contains(of.name());
  }

  /** A fit's columns without the borrowed ones that nothing is computed from, or bounded by. */
  static List<ColumnProfile> used(List<ColumnProfile> columns, List<ListedConstraint> constraints) {
    Set<String> inputs = new HashSet<>();
    constraints.forEach(listed -> inputs.addAll(listed.constraint().columns()));
    for (ColumnProfile column : columns) {
      if (column instanceof Derived derived) {
        inputs.addAll(derived.formula().inputs());
      } else if (column instanceof Evolved evolved) {
        inputs.addAll(evolved.inputs());
      }
    }
    return columns.stream()
        .filter(column -> !(column instanceof Borrowed) || inputs.contains(column.name()))
        .toList();
  }
}
