package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static io.mirrorlake.profiler.spark.ColumnNames.numbered;
import static io.mirrorlake.profiler.spark.ColumnNames.present;
import static io.mirrorlake.profiler.spark.ColumnNames.select;
import static io.mirrorlake.profiler.spark.ColumnNames.withMatching;
import static org.apache.spark.sql.functions.lit;

import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.relation.Orphans;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that name a parent that is not there. */
final class OrphanRows {
  /** Not null where the parent is there. */
  static final String FOUND = "?found";

  private static final String PART = "?part";

  /** How often a missing parent is named needs no more digits. */
  private static final MathContext DIGITS = new MathContext(2);

  private OrphanRows() {}

  /** The rows, and in a column of the name {@code found} whether the parent they name is there. */
  static Dataset<Row> marked(
      Dataset<Row> rows, DeclaredReference reference, TableNode parent, String found) {
    Dataset<Row> keys =
        select(parent.rows(), numbered(reference.parentColumns(), PART))
            .distinct()
            .withColumn(found, lit(1));
    return withMatching(rows, reference.columns(), keys, PART);
  }

  /**
   * How many orphans there are as it is told; none where they are not wanted, or too few. Where
   * they are told apart by the primary key, each has a missing parent of its own.
   */
  static Optional<Orphans> of(TableNode table, DeclaredReference reference, TableNode parent) {
    if (!table.reproduces(reference)) {
      return Optional.empty();
    }
    Dataset<Row> orphans =
        marked(table.rows(), reference, parent, FOUND)
            .where(present(reference.columns()))
            .where(named(FOUND).isNull());
    long rows = orphans.count();
    double share = ToldShares.of(table, rows, "orphans " + reference.name(table.name()));
    if (!(share > 0 && share < 1)) {
      return Optional.empty();
    }
    long missing = orphans.select(named(reference.columns())).distinct().count();
    boolean inKey = table.table().primaryKey().containsAll(reference.columns());
    double keys = inKey ? 1 : (double) missing / rows;
    return Optional.of(
        new Orphans(share, new BigDecimal(keys).round(DIGITS).min(BigDecimal.ONE).doubleValue()));
  }
}
