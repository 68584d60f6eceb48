package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The columns of a table that its keys decide. */
final class KeyColumns {
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
    List<String> key = table.table().primaryKey();
    List<String> rest = key.stream().filter(name -> !columns.placed.containsKey(name)).toList();
    if (key.size() == 1 && rest.size() == 1) {
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
    ColumnType type = (ColumnType) SourceTypes.of(table.name(), table.rows().schema().apply(name));
    return new Column(name, type, nullable);
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
        boolean nulls = !table.rows().where(named(name).isNull()).isEmpty();
        placed.put(
            name,
            new ColumnProfile.Referenced(column(name, nulls), reference.name(table.name()), part));
      }
    }
  }

  private void composite(List<String> key, List<String> rest) {
    Optional<DeclaredReference> leading = table.leading();
    boolean inFamily = leading.filter(of -> key.containsAll(of.columns())).isPresent();
    boolean bridge =
        table.references(TableNode.Kind.POPULAR).stream()
            .anyMatch(of -> key.containsAll(of.columns()));
    if (inFamily && bridge) {
      return;
    }
    if (leading.isPresent() && !inFamily) {
      unique.add(rest.get(0));
      return;
    }
    if (inFamily && rest.size() == 1) {
      Optional<Long> start = start(rest.get(0), leading.get());
      if (start.isPresent()) {
        String name = rest.get(0);
        placed.put(name, new ColumnProfile.Positioned(column(name, false), start.get(), 1));
        return;
      }
    }
    enumerate(rest);
  }

  /** Where the numbers of siblings begin, if they have no gaps. */
  private Optional<Long> start(String name, DeclaredReference leading) {
    if (!column(name, false).type().kind().isInteger()) {
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

  /** The last digit is one of numbers where there is one, as it can go on. */
  private void enumerate(List<String> rest) {
    List<String> texts = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String name : rest) {
      Kind kind = column(name, false).type().kind();
      if (!kind.isText() && !kind.isInteger()) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "column '"
                + table.name()
                + "."
                + name
                + "' of type "
                + column(name, false).type()
                + " is part of a composite primary key",
            "name a key of whole numbers, strings and references");
      }
      (kind.isText() ? texts : numbers).add(0, name);
    }
    int place = 0;
    for (String name : texts) {
      placed.put(name, new ColumnProfile.Enumerated(column(name, false), place++, texts(name)));
    }
    for (String name : numbers) {
      placed.put(name, new ColumnProfile.Enumerated(column(name, false), place++, numbers(name)));
    }
  }

  private Dataset<Row> frequent(String name) {
    int k = table.table().options().minimumUnits();
    return table
        .rows()
        .groupBy(named(name).as("?value"))
        .agg(count(lit(1)).as("?rows"))
        .where(named("?rows").geq(lit((long) k)));
  }

  private KeyDigit texts(String name) {
    List<String> values =
        frequent(name).orderBy(named("?rows").desc(), named("?value")).collectAsList().stream()
            .map(row -> row.getString(0))
            .toList();
    return new KeyDigit.Texts(values.isEmpty() ? List.of(name) : values);
  }

  private KeyDigit numbers(String name) {
    var value = named("?value").cast("bigint");
    Row ends = frequent(name).agg(min(value), max(value)).head();
    long distinct = table.rows().agg(countDistinct(named(name))).head().getLong(0);
    return ends.isNullAt(0)
        ? new KeyDigit.Numbers(1, 1, distinct)
        : new KeyDigit.Numbers(ends.getLong(0), 1, ends.getLong(1) - ends.getLong(0) + 1);
  }
}
