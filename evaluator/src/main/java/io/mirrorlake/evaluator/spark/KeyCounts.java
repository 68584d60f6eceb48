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
  private static final String PARENT = "p";

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

  /**
   * What there is to count of a reference.
   *
   * @param audit whether every child leads to a parent
   * @param fanOuts how many children each parent has, parents without any among them
   */
  record Counted(KeyAudit audit, FanOuts fanOuts) {}

  /** How many children each parent has. */
  static FanOuts fanOuts(Link link, Dataset<Row> children, Dataset<Row> parents) {
    return counted(link, children, 0, parents).fanOuts();
  }

  /**
   * Counts a reference in one query.
   *
   * @param rows how many children there are
   */
  static Counted counted(Link link, Dataset<Row> children, long rows, Dataset<Row> parents) {
    List<Row> counts =
        keys(parents, link.parentColumns())
            .na()
            .drop()
            .distinct()
            .withColumn(PARENT, lit(true))
            .join(references(link, children), joined(link.columns().size()), "full_outer")
            .select(coalesce(col(ROWS), lit(0L)).as(ROWS), col(PARENT).isNotNull().as(PARENT))
            .groupBy(ROWS, PARENT)
            .count()
            .collectAsList();
    TreeMap<Long, Long> parentsByChildren = new TreeMap<>();
    long referring = 0;
    long orphans = 0;
    for (Row row : counts) {
      long families = row.getLong(2);
      referring += row.getLong(0) * families;
      if (row.getBoolean(1)) {
        parentsByChildren.put(row.getLong(0), families);
      } else {
        orphans += row.getLong(0) * families;
      }
    }
    return new Counted(
        new KeyAudit(link.name(), KeyAudit.Kind.FOREIGN, rows, rows - referring, orphans),
        FanOuts.of(parentsByChildren));
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
