package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.Count;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownOffset;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/**
 * Collects what Spark leaves to the source: which columns, which rows, and counts that need no row.
 */
final class SyntheticScanBuilder
    implements SupportsPushDownRequiredColumns,
        SupportsPushDownLimit,
        SupportsPushDownOffset,
        SupportsPushDownAggregates {
  private final ChosenTable chosen;
  private final ReadOptions options;
  private RowRange rows;
  private StructType schema;
  private int counts;

  private SyntheticScanBuilder(ChosenTable chosen, ReadOptions options) {
    this.chosen = chosen;
    this.options = options;
    this.rows = chosen.rows(options);
    this.schema = RowSchema.of(chosen.table(), chosen.table().fields());
  }

  /**
   * The builder for a table.
   *
   * @throws io.mirrorlake.profiler.schema.UserException where a column cannot be generated, or not
   *     for so many rows, or no row can keep the conditions
   */
  static SyntheticScanBuilder of(ChosenTable chosen, ReadOptions options) {
    return new SyntheticScanBuilder(chosen, options);
  }

  @Override
  public void pruneColumns(StructType required) {
    schema = required;
  }

  @Override
  public boolean pushLimit(int limit) {
    rows = new RowRange(rows.first(), Math.min(rows.end(), rows.first() + limit));
    return true;
  }

  /** Exactly that many rows come, so Spark has nothing left to cut. */
  @Override
  public boolean isPartiallyPushed() {
    return false;
  }

  @Override
  public boolean pushOffset(int offset) {
    rows = new RowRange(Math.min(rows.end(), rows.first() + offset), rows.end());
    return true;
  }

  @Override
  public boolean supportCompletePushDown(Aggregation aggregation) {
    return isCounted(aggregation);
  }

  @Override
  public boolean pushAggregation(Aggregation aggregation) {
    if (!isCounted(aggregation)) {
      return false;
    }
    counts = aggregation.aggregateExpressions().length;
    return true;
  }

  private boolean isCounted(Aggregation aggregation) {
    return aggregation.groupByExpressions().length == 0
        && aggregation.aggregateExpressions().length > 0
        && Arrays.stream(aggregation.aggregateExpressions()).allMatch(this::countsRows);
  }

  /** Whether the function counts all rows: a column without nulls has as many values. */
  private boolean countsRows(AggregateFunc function) {
    if (function instanceof Count count && !count.isDistinct()) {
      return count.column() instanceof NamedReference reference && isNeverNull(reference);
    }
    return function instanceof CountStar;
  }

  private boolean isNeverNull(NamedReference reference) {
    String[] path = reference.fieldNames();
    return chosen.table().columns().stream()
        .map(ColumnProfile::column)
        .anyMatch(
            column -> path.length == 1 && column.name().equals(path[0]) && !column.nullable());
  }

  @Override
  public Scan build() {
    if (counts > 0) {
      return new CountScan(counts, rows.rows());
    }
    PartitionSize size = new PartitionSize(options.partitions(), options.rowsPerPartition());
    return new SyntheticScan(chosen, options, rows, List.of(schema.fieldNames()), size);
  }
}
