package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.lit;

import io.mirrorlake.evaluator.relations.Families;
import io.mirrorlake.evaluator.relations.Link;
import io.mirrorlake.evaluator.sample.SampleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The parents of the parents of a reference. Their columns are brought as further columns of the
 * parents, so that families are read once for both.
 *
 * @param up the reference from the parents to their own parents
 * @param own the columns of these, no keys
 */
record Grandparents(Link up, List<ComparedColumn> own) {
  /** Before the names of grandparents' columns; no column of a table is called so. */
  private static final String PREFIX = "?up ";

  /** 1 in the rows of parents that have a parent, else missing. */
  private static final String THERE = PREFIX;

  Grandparents {
    own = List.copyOf(own);
  }

  /** The columns that the joined parents have more. */
  List<ComparedColumn> columns() {
    List<ComparedColumn> columns = new ArrayList<>();
    columns.add(
        new ComparedColumn(THERE, ComparedColumn.Family.NUMBER, false, KeyCounts.quoted(THERE)));
    for (ComparedColumn column : own) {
      String name = PREFIX + column.name();
      columns.add(
          new ComparedColumn(name, column.family(), column.narrow(), KeyCounts.quoted(name)));
    }
    return columns;
  }

  /** Each parent, with the columns of its own parent where it has one. */
  Dataset<Row> joined(Dataset<Row> parents, Dataset<Row> grandparents) {
    List<Column> chosen = new ArrayList<>();
    List<Column> same = new ArrayList<>();
    for (int c = 0; c < up.columns().size(); c++) {
      String key = PREFIX + c + " " + up.parentColumns().get(c);
      chosen.add(KeyCounts.quoted(up.parentColumns().get(c)).as(key));
      same.add(KeyCounts.quoted(up.columns().get(c)).equalTo(KeyCounts.quoted(key)));
    }
    chosen.add(lit(1.0).as(THERE));
    own.forEach(column -> chosen.add(column.source().as(PREFIX + column.name())));
    return parents.join(
        grandparents.select(chosen.toArray(Column[]::new)),
        same.stream().reduce(lit(true), Column::and),
        "left_outer");
  }

  /** The families as they are without grandparents. */
  static Families parents(Families families) {
    return families.withParents(families.parents().select(column -> !isAbove(column)));
  }

  /** The families of parents that have a parent, with its columns in place of their own. */
  static Families grandparents(Families families) {
    SampleColumn there = families.parents().column(families.parents().indexOf(THERE).orElseThrow());
    return families
        .withParents(families.parents().select(column -> isAbove(column) && !column.equals(there)))
        .take(IntStream.range(0, there.rows()).filter(row -> !there.isMissing(row)).toArray());
  }

  private static boolean isAbove(SampleColumn column) {
    return column.name().startsWith(PREFIX);
  }
}
