package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.matches;
import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The levels of a table that refers to itself: rows without parent, their children, and so on. */
final class TableLevels {
  /** Deeper hierarchies are cut: whoever lies below is told as lying at this level. */
  private static final int MAX_LEVELS = 32;

  private static final String PART = "?part";

  private TableLevels() {}

  /** Gives every row its level; rows of a cycle lose their parents. */
  static void cut(TableNode table, DeclaredReference self) {
    Dataset<Row> rows =
        table
            .rows()
            .withColumn(TableNode.CELL, when(present(self.columns()).unary_$bang(), lit(0)));
    long open = rows.where(named(TableNode.CELL).isNull()).count();
    int level = 0;
    boolean more = open > 0;
    while (more && level + 1 < MAX_LEVELS) {
      Dataset<Row> above =
          select(
              rows.where(named(TableNode.CELL).equalTo(level)),
              Stream.concat(
                  numbered(self.parentColumns(), PART), Stream.of(lit(level + 1).as("?below"))));
      rows =
          ColumnNames.without(
                  rows.join(above, matches(self.columns(), PART), "left"),
                  self.columns().size(),
                  PART)
              .withColumn(TableNode.CELL, coalesce(named(TableNode.CELL), named("?below")))
              .drop("?below")
              .localCheckpoint(true);
      long left = rows.where(named(TableNode.CELL).isNull()).count();
      more = left > 0 && left < open;
      open = left;
      level++;
    }
    if (open > 0) {
      for (String column : self.columns()) {
        rows = rows.withColumn(column, when(named(TableNode.CELL).isNotNull(), named(column)));
      }
      rows = rows.withColumn(TableNode.CELL, coalesce(named(TableNode.CELL), lit(0)));
      table.notes().add("rows that are their own ancestors were told as having no parent");
    }
    table.replaceRows(rows.localCheckpoint(true));
    table.cells(shares(table));
  }

  private static List<Double> shares(TableNode table) {
    List<Long> levels = new ArrayList<>();
    List<Row> counts =
        table
            .rows()
            .groupBy(named(TableNode.CELL))
            .count()
            .orderBy(named(TableNode.CELL))
            .collectAsList();
    counts.forEach(row -> levels.add(row.getLong(1)));
    return ToldShares.of(table, levels, "level");
  }
}
