package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.evaluator.relations.FanOuts;
import io.mirrorlake.evaluator.relations.KeyAudit;
import io.mirrorlake.evaluator.relations.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts over all rows of keys and of what refers to them; only counts reach the driver. */
final class KeyCounts {
  private static final String KEY = "k";
  private static final String ROWS = "n";

  private KeyCounts() {}

  /** Whether a primary key is one. */
  static KeyAudit primary(String table, List<String> columns, Dataset<Row> rows) {
    Dataset<Row> keys = keys(rows, columns);
    Row counts =
        keys.groupBy(names(columns.size()))
            .agg(count(lit(1)).as(ROWS))
            .agg(
                coalesce(sum(ROWS), lit(0L)),
                coalesce(sum(when(hasNull(columns.size()), col(ROWS)).otherwise(0L)), lit(0L)),
                coalesce(
                    sum(when(hasNull(columns.size()), 0L).otherwise(col(ROWS).minus(1))), lit(0L)))
            .head();
    return new KeyAudit(
        table + "(" + String.join(", ", columns) + ")",
        KeyAudit.Kind.PRIMARY,
        counts.getLong(0),
        counts.getLong(1),
        counts.getLong(2));
  }

  /** Whether every reference leads to a parent. */
  static KeyAudit foreign(Link link, Dataset<Row> children, Dataset<Row> parents) {
    Dataset<Row> references = references(link, children);
    Row all = references.agg(coalesce(sum(ROWS), lit(0L))).head();
    Row orphans =
        references
            .join(
                keys(parents, link.parentColumns()).na().drop().distinct(),
                joined(link.columns().size()),
                "left_anti")
            .agg(coalesce(sum(ROWS), lit(0L)))
            .head();
    long rows = children.count();
    return new KeyAudit(
        link.name(), KeyAudit.Kind.FOREIGN, rows, rows - all.getLong(0), orphans.getLong(0));
  }

  /** How many children each parent has, parents without any among them. */
  static FanOuts fanOuts(Link link, Dataset<Row> children, Dataset<Row> parents) {
    List<Row> histogram =
        keys(parents, link.parentColumns())
            .na()
            .drop()
            .distinct()
            .join(references(link, children), joined(link.columns().size()), "left_outer")
            .select(coalesce(col(ROWS), lit(0L)).as(ROWS))
            .groupBy(ROWS)
            .count()
            .collectAsList();
    TreeMap<Long, Long> parentsByChildren = new TreeMap<>();
    histogram.forEach(row -> parentsByChildren.put(row.getLong(0), row.getLong(1)));
    return FanOuts.of(parentsByChildren);
  }

  /** The children by what they refer to, those that refer to nothing left out. */
  private static Dataset<Row> references(Link link, Dataset<Row> children) {
    return keys(children, link.columns())
        .na()
        .drop()
        .groupBy(names(link.columns().size()))
        .agg(count(lit(1)).as(ROWS));
  }

  /** The columns of a key under the names k0, k1 and so on. */
  static Dataset<Row> keys(Dataset<Row> rows, List<String> columns) {
    List<Column> chosen = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      chosen.add(quoted(columns.get(c)).as(KEY + c));
    }
    return rows.select(chosen.toArray(Column[]::new));
  }

  /** A column by its name, whatever characters it has. */
  static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** A column of one of two tables that are joined. */
  static Column quoted(String alias, String name) {
    return col(alias + ".`" + name.replace("`", "``") + "`");
  }

  private static String[] joined(int size) {
    String[] names = new String[size];
    for (int c = 0; c < size; c++) {
      names[c] = KEY + c;
    }
    return names;
  }

  private static Column[] names(int size) {
    List<Column> columns = new ArrayList<>();
    for (String name : joined(size)) {
      columns.add(col(name));
    }
    return columns.toArray(Column[]::new);
  }

  private static Column hasNull(int size) {
    Column any = lit(false);
    for (Column name : names(size)) {
      any = any.or(name.isNull());
    }
    return any;
  }
}
