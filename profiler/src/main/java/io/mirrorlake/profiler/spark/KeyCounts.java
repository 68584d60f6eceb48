package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.mirrorlake.profiler.relation.discovery.DeclaredKeys.ForeignKey;
import io.mirrorlake.profiler.relation.discovery.ExactCounts;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts over all rows of the tables themselves. */
public final class KeyCounts implements ExactCounts {
  private static final String ROWS = "__rows";

  private final Map<String, Dataset<Row>> tables;

  private KeyCounts(Map<String, Dataset<Row>> tables) {
    this.tables = Map.copyOf(tables);
  }

  /** The tables by their names. */
  public static KeyCounts of(Map<String, Dataset<Row>> tables) {
    return new KeyCounts(tables);
  }

  @Override
  public boolean isUnique(String table, List<String> columns) {
    Dataset<Row> rows = table(table);
    boolean complete =
        rows.filter(
                columns.stream()
                    .map(KeyCounts::named)
                    .map(Column::isNull)
                    .reduce(Column::or)
                    .orElseThrow())
            .isEmpty();
    return complete
        && rows.groupBy(columns.stream().map(KeyCounts::named).toArray(Column[]::new))
            .agg(count(lit(1)).as(ROWS))
            .filter(col(ROWS).gt(1))
            .isEmpty();
  }

  @Override
  public double coverage(String table, ForeignKey key) {
    Dataset<Row> children = table(table).select(parts(key.columns())).na().drop();
    Dataset<Row> parents = table(key.parent()).select(parts(key.parentColumns())).distinct();
    long rows = children.count();
    Column same = lit(true);
    for (int i = 0; i < key.columns().size(); i++) {
      same = same.and(children.col("part" + i).equalTo(parents.col("part" + i)));
    }
    return rows == 0 ? 0 : (double) children.join(parents, same, "left_semi").count() / rows;
  }

  private static Column[] parts(List<String> columns) {
    Column[] parts = new Column[columns.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = named(columns.get(i)).as("part" + i);
    }
    return parts;
  }

  private Dataset<Row> table(String name) {
    Dataset<Row> table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    return table;
  }

  private static Column named(String column) {
    return col("`" + column.replace("`", "``") + "`");
  }
}
