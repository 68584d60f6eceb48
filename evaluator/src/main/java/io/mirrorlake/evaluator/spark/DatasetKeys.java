package io.mirrorlake.evaluator.spark;

import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The keys of a dataset.
 *
 * @param primaryKeys the columns of the primary key of each table that has one
 * @param links the foreign keys; of those of a table the first tells whose events its rows are
 * @param orders the column that orders the rows of a table, where it is known
 * @param kept the tables whose rows are kept as they are, at any scale
 */
public record DatasetKeys(
    Map<String, List<String>> primaryKeys,
    List<Link> links,
    Map<String, String> orders,
    Set<String> kept) {
  public DatasetKeys {
    kept = Set.copyOf(kept);
    orders = Map.copyOf(orders);
    primaryKeys = new LinkedHashMap<>(primaryKeys);
    links = List.copyOf(links);
  }

  /** Keys of tables of which none is kept, and whose order is not known. */
  public DatasetKeys(Map<String, List<String>> primaryKeys, List<Link> links) {
    this(primaryKeys, links, Map.of(), Set.of());
  }

  /** Whether this reference tells whose events the rows of the child are. */
  boolean tellsEntity(Link link) {
    return links.stream()
        .filter(one -> one.child().equals(link.child()))
        .findFirst()
        .equals(Optional.of(link));
  }

  /** The columns of a table that are part of any key, in either role. */
  Set<String> keyColumns(String table) {
    Set<String> columns = new TreeSet<>(primaryKeys.getOrDefault(table, List.of()));
    for (Link link : links) {
      if (link.child().equals(table)) {
        columns.addAll(link.columns());
      }
      if (link.parent().equals(table)) {
        columns.addAll(link.parentColumns());
      }
    }
    return columns;
  }

  /**
   * Checks that all tables and columns are there.
   *
   * @throws UserException that names the first that is not
   */
  void require(Map<String, Dataset<Row>> tables, String side) {
    primaryKeys.forEach((table, columns) -> require(tables, side, table, columns));
    for (Link link : links) {
      require(tables, side, link.child(), link.columns());
      require(tables, side, link.parent(), link.parentColumns());
    }
  }

  private static void require(
      Map<String, Dataset<Row>> tables, String side, String table, List<String> columns) {
    Dataset<Row> rows = tables.get(table);
    if (rows == null) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "a key names table '" + table + "', but the " + side + " tables are " + tables.keySet(),
          "add the table, or remove the key");
    }
    List<String> known = List.of(rows.columns());
    for (String column : columns) {
      if (!known.contains(column)) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "a key names column '"
                + column
                + "' of the "
                + side
                + " table '"
                + table
                + "', which has the columns "
                + known,
            "name a column as the table does; upper and lower case count");
      }
    }
  }
}
