package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.condition.Conditions;
import io.mirrorlake.synthesizer.dataset.Counted;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;

/**
 * A read of some columns of some rows.
 *
 * @param chosen the table that is read
 * @param options the options of the read
 * @param rows the rows
 * @param wanted the columns, in order
 * @param size how rows are dealt out to partitions
 */
record SyntheticScan(
    ChosenTable chosen, ReadOptions options, RowRange rows, List<String> wanted, PartitionSize size)
    implements Batch, SupportsReportStatistics {
  /** What Spark reckons for each row besides its values. */
  private static final int ROW_OVERHEAD_BYTES = 8;

  private TableProfile table() {
    return chosen.table();
  }

  @Override
  public StructType readSchema() {
    return RowSchema.of(table(), wanted);
  }

  @Override
  public String description() {
    return MirrorlakeSource.NAME
        + " "
        + table().name()
        + " rows ["
        + rows.first()
        + ", "
        + rows.end()
        + ") seed "
        + options.seed()
        + (options.where().equals(Conditions.NONE) ? "" : " where " + options.where())
        + " columns "
        + String.join(", ", wanted);
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  /**
   * Every partition can be read as columns; saying so spares Spark from planning them to find out.
   */
  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return ColumnarSupportMode.SUPPORTED;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    int parallelism = SparkSession.active().sparkContext().defaultParallelism();
    return size.split(rows, parallelism).stream()
        .map(range -> new RowPartition(range.first(), range.end()))
        .toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    String[] fields = wanted.toArray(String[]::new);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
    Broadcast<String> profile = context.broadcast(chosen.document().text());
    if (chosen.isRelated()) {
      Counted counted = DatasetPlans.of(chosen, options).counted();
      RelatedReaderFactory.Size database =
          new RelatedReaderFactory.Size(options.seed(), options.size(chosen.name()));
      return new RelatedReaderFactory(profile, database, counted, chosen.name(), fields);
    }
    return new BlockReaderFactory(profile, options.seed(), options.where(), fields);
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return new CustomMetric[] {new RowsMetric(), new BlocksMetric()};
  }

  /** The number of rows is exact, the size what Spark takes for these types. */
  @Override
  public Statistics estimateStatistics() {
    double bytes = (double) rows.rows() * (ROW_OVERHEAD_BYTES + readSchema().defaultSize());
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of((long) bytes);
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.of(rows.rows());
      }
    };
  }
}
