package io.mirrorlake.jobs.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.jobs.configuration.SynthesizeConfiguration;
import io.mirrorlake.jobs.sink.TableOutput;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/**
 * Synthesizes a table: the rows come from the data source {@code mirrorlake}, as they do for anyone
 * who reads it.
 */
public final class SynthesizeRun implements Job<SynthesizeConfiguration> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public ExitCode run(SynthesizeConfiguration configuration, JobContext context) {
    SparkSession spark = context.spark();
    Profile profile =
        ProfileStore.read(configuration.profile(), spark.sparkContext().hadoopConfiguration());
    if (profile.tables().size() > 1 && configuration.table().isEmpty()) {
      DatasetSynthesis.of(configuration, profile, context).run();
      return ExitCode.OK;
    }
    TableProfile table = configuration.table().map(profile::table).orElseGet(profile::onlyTable);
    long rows = configuration.onlyRows().orElse(table.rows());
    try (TableOutput output = TableOutput.prepare(configuration.output(), spark)) {
      context.progress().accept(message("synthesizing %,d rows of table %s", rows, table.name()));
      output.write(reader(configuration, table, rows, spark).load());
    }
    context
        .progress()
        .accept(
            message(
                "wrote %,d rows of table %s to %s",
                rows, table.name(), configuration.output().path()));
    return ExitCode.OK;
  }

  private static DataFrameReader reader(
      SynthesizeConfiguration configuration, TableProfile table, long rows, SparkSession spark) {
    DataFrameReader reader =
        spark
            .read()
            .format("mirrorlake")
            .option("profile", configuration.profile())
            .option("table", table.name())
            .option("rows", rows)
            .option("seed", configuration.seed())
            .option("firstRow", configuration.firstRow());
    if (!configuration.where().isEmpty()) {
      reader.option("where", JSON.valueToTree(configuration.where()).toString());
    }
    configuration.partitions().ifPresent(partitions -> reader.option("partitions", partitions));
    return reader;
  }

  private static String message(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
