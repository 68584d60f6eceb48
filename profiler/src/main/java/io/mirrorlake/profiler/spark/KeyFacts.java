package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What there is to count of a table's keys. One aggregation counts it all: small tables are many,
 * and a query on one of them costs its planning, not its rows.
 *
 * @param rows how many rows there are
 * @param nullKeys how many of them have no whole primary key
 * @param distinctKeys how many primary keys there are
 * @param families the rows of each reference, by its name
 */
record KeyFacts(long rows, long nullKeys, long distinctKeys, Map<String, Families> families) {
  /** Nothing was counted yet. */
  static final KeyFacts NONE = new KeyFacts(0, 0, 0, Map.of());

  /**
   * The rows that have a reference.
   *
   * @param rows how many there are
   * @param parents how many different parents they name
   */
  record Families(long rows, long parents) {
    /** How many children a parent has that has any. */
    double size() {
      return (double) rows / Math.max(1, parents);
    }
  }

  KeyFacts {
    families = Map.copyOf(families);
  }

  /** The facts of a table whose key columns are all there. */
  static KeyFacts of(TableNode table) {
    List<String> key = table.table().primaryKey();
    List<DeclaredReference> references = table.table().references();
    List<Column> counts = new ArrayList<>();
    if (!key.isEmpty()) {
      counts.add(count(when(present(key), lit(1))));
      counts.add(different(key));
    }
    for (DeclaredReference reference : references) {
      counts.add(count(when(present(reference.columns()), lit(1))));
      counts.add(different(reference.columns()));
    }
    Row row = table.rows().agg(count(lit(1)), counts.toArray(Column[]::new)).head();
    int at = key.isEmpty() ? 1 : 3;
    Map<String, Families> families = new TreeMap<>();
    for (DeclaredReference reference : references) {
      families.put(
          reference.name(table.name()), new Families(row.getLong(at), row.getLong(at + 1)));
      at += 2;
    }
    long rows = row.getLong(0);
    return key.isEmpty()
        ? new KeyFacts(rows, 0, rows, families)
        : new KeyFacts(rows, rows - row.getLong(1), row.getLong(2), families);
  }

  /** The rows of a reference of this name. */
  Families of(String reference) {
    return Objects.requireNonNull(families.get(reference), reference);
  }

  /** Values that are null in part do not count. */
  private static Column different(List<String> columns) {
    Column[] named = named(columns);
    return countDistinct(named[0], Arrays.copyOfRange(named, 1, named.length));
  }
}
