package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The levels of a table that refers to itself: rows without parent, their children, and so on. */
final class TableLevels {
  /** Deeper hierarchies are cut: whoever lies below is told as lying at this level. */
  static final int MAX_LEVELS = 32;

  private static final String PART = "?part";

  private static final String ALONE = "?alone";

  private TableLevels() {}

  /** Whether a row refers to itself: it has no parent, and is written as its own. */
  static Column toItself(DeclaredReference self) {
    return ColumnNames.equal(self.columns(), self.parentColumns());
  }

  /** Gives every row its level; rows that refer to themselves and of a cycle lose their parents. */
  static void cut(TableNode table, DeclaredReference self) {
    orphan(table, self);
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
          withMatching(rows, self.columns(), above, PART)
              .withColumn(TableNode.CELL, coalesce(named(TableNode.CELL), named("?below")))
              .drop("?below")
              .localCheckpoint(true);
      long left = rows.where(named(TableNode.CELL).isNull()).count();
      more = left > 0 && left < open;
      open = left;
      level++;
    }
    if (open > 0) {
      rows = without(rows, told(table, self), named(TableNode.CELL).isNull());
      rows = rows.withColumn(TableNode.CELL, coalesce(named(TableNode.CELL), lit(0)));
      table.notes().add("rows that are their own ancestors were told as having no parent");
    }
    table.replaceRows(rows.localCheckpoint(true));
    if (open > 0) {
      table.facts(KeyFacts.of(table));
    }
    table.cells(shares(table));
  }

  /** Takes the parents of rows that refer to themselves. */
  private static void orphan(TableNode table, DeclaredReference self) {
    if (!table.rows().where(toItself(self)).isEmpty()) {
      table.replaceRows(
          without(table.rows(), told(table, self), toItself(self)).localCheckpoint(true));
      table.facts(KeyFacts.of(table));
      table.notes().add("rows that refer to themselves were told as having no parent");
    }
  }

  /** The columns that tell of no parent by a null: those that are not part of the row's own key. */
  private static List<String> told(TableNode table, DeclaredReference self) {
    List<String> told = new ArrayList<>(self.columns());
    told.removeAll(table.table().primaryKey());
    return told.isEmpty() ? self.columns() : told;
  }

  /**
   * The rows of which some have no parent.
   *
   * @param columns the columns that are null there
   */
  private static Dataset<Row> without(Dataset<Row> rows, List<String> columns, Column alone) {
    Dataset<Row> marked = rows.withColumn(ALONE, coalesce(alone, lit(false)));
    for (String column : columns) {
      marked = marked.withColumn(column, when(not(named(ALONE)), named(column)));
    }
    return marked.drop(ALONE);
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
