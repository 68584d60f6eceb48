package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.OutputFormat;
import io.mirrorlake.jobs.configuration.OutputMode;
import io.mirrorlake.jobs.configuration.SinkConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.sink.TableOutput;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A Delta table that grows by one row for each score of each evaluation, so that a query shows how
 * a score went over time. The rows of one evaluation are added in one transaction.
 */
final class MetricsTable implements AutoCloseable {
  /** The columns; new ones would go to the end. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "run STRING, time TIMESTAMP, train STRING, holdout STRING, synthetic STRING, seed BIGINT, metric STRING, "
              + "metricGroup STRING, score DOUBLE, standardError DOUBLE, ceiling DOUBLE, floor DOUBLE, verdict STRING, "
              + "alarm BOOLEAN, runVerdict STRING");

  private final Origin origin;
  private final SparkSession spark;
  private final Optional<TableOutput> output;

  private MetricsTable(Origin origin, SparkSession spark, Optional<TableOutput> output) {
    this.origin = origin;
    this.spark = spark;
    this.output = output;
  }

  /**
   * What was evaluated.
   *
   * @param train where the real rows are
   * @param holdout where those are that the profile never saw
   * @param synthetic where the synthetic ones are
   * @param seed the judge's seed
   */
  record Origin(String train, Optional<String> holdout, String synthetic, long seed) {
    /** A source without its secrets. */
    static String place(SourceConfiguration source) {
      return Locations.shown(source.path()) + source.table().map(name -> " " + name).orElse("");
    }
  }

  /** The table at this path, or none; refuses before any work is done. */
  static MetricsTable prepare(Optional<String> path, Origin origin, SparkSession spark) {
    return new MetricsTable(
        origin,
        spark,
        path.map(
            table ->
                TableOutput.prepare(
                    new SinkConfiguration(table, OutputFormat.DELTA, OutputMode.APPEND, Map.of()),
                    spark)));
  }

  /** Adds the scores of one evaluation. */
  void append(EvaluationReport report) {
    output.ifPresent(table -> append(report, table));
  }

  private void append(EvaluationReport report, TableOutput table) {
    String run = UUID.randomUUID().toString();
    Instant time = Instant.now();
    List<Row> rows =
        report.metrics().stream().map(result -> row(report, result, run, time)).toList();
    table.write(spark.createDataFrame(rows, SCHEMA).coalesce(1));
  }

  private Row row(EvaluationReport report, MetricResult result, String run, Instant time) {
    Optional<Measurement> measurement = result.measurement();
    return RowFactory.create(
        run,
        java.sql.Timestamp.from(time),
        origin.train(),
        orNull(origin.holdout()),
        origin.synthetic(),
        origin.seed(),
        result.metric().key(),
        result.metric().group().key(),
        orNull(measurement.map(Measurement::score)),
        orNull(measurement.map(Measurement::standardError)),
        orNull(measurement.flatMap(Measurement::ceiling)),
        orNull(measurement.flatMap(Measurement::floor)),
        orNull(result.verdict().map(one -> one.name().toLowerCase(Locale.ROOT))),
        result.alarm(),
        report.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }

  @Override
  public void close() {
    output.ifPresent(TableOutput::close);
  }
}
