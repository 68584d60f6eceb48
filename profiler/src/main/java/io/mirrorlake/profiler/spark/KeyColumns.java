package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The columns of a table that its keys decide. */
final class KeyColumns {
  /** Combinations of all parts are numbered by longs, and there may be several rounds of them. */
  private static final long MOST_KEYS = 1L << 60;

  private final TableNode table;
  private final Map<String, ColumnProfile> placed = new TreeMap<>();
  private final Set<String> unique = new HashSet<>();
  private Optional<String> single = Optional.empty();

  private KeyColumns(TableNode table) {
    this.table = table;
  }

  /**
   * The key columns of a table.
   *
   * @param referred the columns that references of any table hold values of
   */
  static KeyColumns of(TableNode table, Set<String> referred) {
    KeyColumns columns = new KeyColumns(table);
    columns.references();
    table.closure().flatMap(FoundClosure::distance).ifPresent(columns::distance);
    List<String> key = table.table().primaryKey();
    List<String> rest = key.stream().filter(name -> !columns.placed.containsKey(name)).toList();
    if (key.size() == 1 && rest.size() == 1 && isNumbered(type(table, key.get(0)))) {
      columns.single = Optional.of(rest.get(0));
    } else if (!rest.isEmpty()) {
      columns.composite(key, rest);
    }
    for (String name : referred) {
      boolean taken = columns.placed.containsKey(name) || key.contains(name);
      if (!taken) {
        columns.unique.add(name);
      }
    }
    return columns;
  }

  /** The columns that follow from the row's place, by name. */
  Map<String, ColumnProfile> placed() {
    return placed;
  }

  /** The single column of the primary key, if it is one by itself. */
  Optional<String> single() {
    return single;
  }

  /** Further unique columns. */
  Set<String> unique() {
    return unique;
  }

  private Column column(String name, boolean nullable) {
    return new Column(name, type(table, name), nullable);
  }

  private void references() {
    List<DeclaredReference> widest = new ArrayList<>(table.table().references());
    widest.removeIf(
        reference ->
            table.is(reference, TableNode.Kind.IMPLIED)
                || table.is(reference, TableNode.Kind.LISTED));
    for (DeclaredReference reference : widest) {
      for (int part = 0; part < reference.columns().size(); part++) {
        String name = reference.columns().get(part);
        boolean nulls = hasNulls(reference, name);
        placed.put(
            name,
            new ColumnProfile.Referenced(column(name, nulls), reference.name(table.name()), part));
      }
    }
  }

  private void distance(FoundClosure.Distance of) {
    placed.put(of.column(), new ColumnProfile.Distance(column(of.column(), false), of.start()));
  }

  private boolean hasNulls(DeclaredReference reference, String name) {
    boolean complete = table.facts().of(reference.name(table.name())).rows() == table.count();
    // Of several columns, another one may be the one with the nulls.
    return !complete
        && (reference.columns().size() == 1 || !table.rows().where(named(name).isNull()).isEmpty());
  }

  private void composite(List<String> key, List<String> rest) {
    Optional<DeclaredReference> leading = table.leading();
    boolean inFamily = table.leadsInKey();
    boolean bridge =
        table.references(TableNode.Kind.POPULAR).stream()
            .anyMatch(of -> key.containsAll(of.columns()));
    if ((inFamily && bridge) || table.rising().isPresent()) {
      return;
    }
    if (inFamily && rest.size() == 1) {
      Optional<Long> start = start(table, rest.get(0), leading.get());
      if (start.isPresent()) {
        String name = rest.get(0);
        placed.put(name, new ColumnProfile.Positioned(column(name, false), start.get(), 1));
        return;
      }
    }
    enumerate(rest);
  }

  /** Where the numbers of siblings begin, if they have no gaps. */
  static Optional<Long> start(TableNode table, String name, DeclaredReference leading) {
    if (!type(table, name).kind().isInteger()) {
      return Optional.empty();
    }
    var family = Window.partitionBy(named(leading.columns())).orderBy(named(name));
    Row row =
        table
            .rows()
            .select(
                named(name).cast("bigint").minus(row_number().over(family).minus(1)).as("?start"))
            .agg(min(named("?start")), max(named("?start")))
            .head();
    return row.getLong(0) == row.getLong(1) ? Optional.of(row.getLong(0)) : Optional.empty();
  }

  static ColumnType type(TableNode table, String name) {
    return (ColumnType) SourceTypes.of(table.name(), table.rows().schema().apply(name));
  }

  /** The last digit has an axis where there is one, as it can go on: a point in time at best. */
  private void enumerate(List<String> rest) {
    List<String> lists = new ArrayList<>();
    List<String> axes = new ArrayList<>();
    for (String name : rest) {
      ColumnType type = type(table, name);
      boolean axis = !isListed(name) && KeyAxis.has(type);
      boolean list = isListed(name) || type.kind().isText() || type.kind() == Kind.BOOLEAN;
      if (!axis && !list) {
        throw noPart(name, type);
      }
      (axis ? axes : lists).add(0, name);
    }
    axes.sort(Comparator.comparing(name -> type(table, name).kind().isTemporal()));
    int place = 0;
    long most = MOST_KEYS;
    for (String name : lists) {
      List<String> values = listed(name);
      if (values.isEmpty() && type(table, name).kind().isText()) {
        unique.add(name);
      } else {
        KeyDigit digit = new KeyDigit.Texts(values);
        placed.put(name, new ColumnProfile.Enumerated(column(name, false), place++, digit));
        most /= values.size();
      }
    }
    for (String name : axes) {
      KeyDigit digit = KeyAxis.of(table.rows(), name, type(table, name), k()).digit(most);
      placed.put(name, new ColumnProfile.Enumerated(column(name, false), place++, digit));
      most /= digit.size();
    }
  }

  private UserException noPart(String name, ColumnType type) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        "column '"
            + table.name()
            + "."
            + name
            + "' of type "
            + type
            + " is part of a composite primary key",
        "name a key of whole numbers, decimals, strings, booleans, dates, timestamps and"
            + " references");
  }

  /** Whether a single column of the type has keys of its own. */
  private static boolean isNumbered(ColumnType type) {
    return !type.kind().isTemporal() && !(type.kind() == Kind.DECIMAL && type.scale() > 0);
  }

  private int k() {
    return table.table().options().minimumUnits();
  }

  private boolean isListed(String name) {
    return table.references(TableNode.Kind.LISTED).stream()
        .anyMatch(reference -> reference.columns().contains(name));
  }

  /**
   * The values that enough rows have, frequent ones first; none where texts are hardly repeated.
   * Keys of a reference table may be told however rare they are.
   */
  private List<String> listed(String name) {
    List<Row> values =
        table
            .rows()
            .groupBy(named(name).cast("string").as("?value"))
            .agg(count(lit(1)).as("?rows"))
            .where(named("?rows").geq(lit(isListed(name) ? 1L : k())))
            .orderBy(named("?rows").desc(), named("?value"))
            .collectAsList();
    return values.isEmpty() && type(table, name).kind() == Kind.BOOLEAN
        ? List.of("false", "true")
        : values.stream().map(row -> row.getString(0)).toList();
  }
}
