package io.mirrorlake.jobs.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.delta.tables.DeltaTable;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.session.DeltaLake;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Delta tables by path. The version is fixed before reading, so that every scan sees the same rows.
 */
final class DeltaTables {
  private final SparkSession spark;
  private final SourceConfiguration configuration;
  private final SourceFiles files;

  DeltaTables(SparkSession spark, SourceConfiguration configuration, SourceFiles files) {
    this.spark = spark;
    this.configuration = configuration;
    this.files = files;
  }

  SourceTable table() {
    DeltaLake.require("the source " + files.location());
    if (!files.isDelta()) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the directory " + files.location() + " is no Delta table: it has no _delta_log",
          "check the path, or read it with another 'format'");
    }
    long version = version(DeltaTable.forPath(spark, configuration.path()).history());
    Dataset<Row> rows =
        spark
            .read()
            .format("delta")
            .options(configuration.options())
            .option("versionAsOf", version)
            .load(configuration.path());
    SourceDescription description =
        new SourceDescription("delta", files.location(), Optional.of(Long.toString(version)));
    return SourceTable.of(files.name(), rows, description);
  }

  private long version(Dataset<Row> history) {
    if (configuration.timestamp().isPresent()) {
      return versionAt(history, configuration.timestamp().get());
    }
    Row range = history.select(min("version"), max("version")).head();
    long newest = range.getLong(1);
    long wanted = configuration.version().orElse(newest);
    if (wanted > newest || wanted < range.getLong(0)) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the Delta table " + files.location() + " has no version " + wanted,
          "ask for a version from " + range.getLong(0) + " to " + newest);
    }
    return wanted;
  }

  private long versionAt(Dataset<Row> history, String moment) {
    Row parsed = spark.range(1).select(lit(moment).try_cast("timestamp")).head();
    if (parsed.isNullAt(0)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'timestamp' is '" + moment + "', which is no moment",
          "write it as 2026-01-31 or 2026-01-31 12:00:00");
    }
    Row found =
        history
            .filter(col("timestamp").leq(lit(moment).cast("timestamp")))
            .select(max("version"))
            .head();
    if (found.isNullAt(0)) {
      throw UserException.of(
          ErrorKind.SOURCE,
          "the Delta table " + files.location() + " has no version as old as " + moment,
          "ask for a moment from " + history.select(min("timestamp")).head().get(0) + " on");
    }
    return found.getLong(0);
  }
}
