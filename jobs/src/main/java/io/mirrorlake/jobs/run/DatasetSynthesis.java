package io.mirrorlake.jobs.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.OutputMode;
import io.mirrorlake.jobs.configuration.SinkConfiguration;
import io.mirrorlake.jobs.configuration.SynthesizeConfiguration;
import io.mirrorlake.jobs.sink.DatasetProgress;
import io.mirrorlake.jobs.sink.TableOutput;
import io.mirrorlake.profiler.concurrent.SideBySide;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.dataset.DatasetPlan;
import io.mirrorlake.synthesizer.dataset.DatasetSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;

/**
 * Synthesizes the tables of a dataset, each into a directory of its own below the output. A table
 * appears whole or not at all; a run that was ended is gone on with by the same command, which
 * skips the tables that are complete.
 */
final class DatasetSynthesis {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SynthesizeConfiguration configuration;
  private final DatasetPlan plan;
  private final JobContext context;
  private final String digest;

  private DatasetSynthesis(
      SynthesizeConfiguration configuration, DatasetPlan plan, String digest, JobContext context) {
    this.configuration = configuration;
    this.plan = plan;
    this.digest = digest;
    this.context = context;
  }

  /** Makes ready to write; refuses what cannot be, before anything is generated. */
  static DatasetSynthesis of(
      SynthesizeConfiguration configuration, Profile profile, JobContext context) {
    List<String> names = profile.tables().stream().map(TableProfile::name).toList();
    requireTables("tables", configuration.tables(), names);
    if (configuration.firstRow() != 0 || !configuration.where().isEmpty()) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the keys 'where' and 'firstRow' are for a single table, but the profile has "
              + names.size(),
          "name one with --table, or remove the keys");
    }
    DatasetPlan plan =
        DatasetPlan.of(
            profile,
            configuration.seed(),
            size(configuration.scale().orElse(1.0), configuration.rows(), names));
    String digest =
        profile.provenance().configurationDigest()
            + " "
            + profile.provenance().createdAt()
            + " "
            + configuration.seed()
            + " "
            + configuration.scale()
            + " "
            + configuration.rows()
            + " "
            + configuration.output().format();
    return new DatasetSynthesis(configuration, plan, digest, context);
  }

  /** The sizes asked for, of tables that there are. */
  static DatasetSize size(double scale, Map<String, Long> rows, List<String> names) {
    if (rows.containsKey("")) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'rows' is one number, but the profile has " + names.size() + " tables",
          "write rows by table, such as --rows " + names.get(0) + "=1000, or --scale 10");
    }
    requireTables("rows", rows.keySet(), names);
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION, "the key 'scale' is '" + scale + "'", "write a number above 0");
    }
    return new DatasetSize(scale, rows);
  }

  static void requireTables(String key, Collection<String> asked, List<String> names) {
    for (String table : asked) {
      if (!names.contains(table)) {
        throw UserException.of(
            ErrorKind.CONFIGURATION,
            "the key '" + key + "' names the table '" + table + "', which the profile has not",
            Keys.nearest(table, names.stream())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("its tables are " + String.join(", ", names)));
      }
    }
  }

  void run() {
    plan.approximations().forEach(note -> context.progress().accept("note: " + note));
    List<String> tables =
        plan.tables().stream()
            .filter(
                table -> configuration.tables().isEmpty() || configuration.tables().contains(table))
            .toList();
    plan.requireKeys(tables);
    DatasetProgress progress =
        DatasetProgress.at(
            configuration.output().path(),
            digest,
            configuration.output().mode() == OutputMode.ERROR_IF_EXISTS,
            context.spark().sparkContext().hadoopConfiguration());
    List<String> open = new ArrayList<>();
    for (String table : tables) {
      if (progress.isDone(table)) {
        context.progress().accept("table " + table + " is complete already");
      } else {
        open.add(table);
      }
    }
    SideBySide.each(
        open,
        table -> {
          write(table, plan.rows(table));
          progress.done(table);
        });
    long total = tables.stream().mapToLong(plan::rows).sum();
    context
        .progress()
        .accept(
            String.format(
                Locale.ROOT,
                "wrote %,d rows of %d tables to %s",
                total,
                tables.size(),
                configuration.output().path()));
  }

  private void write(String table, long rows) {
    SinkConfiguration sink = configuration.output();
    SinkConfiguration own =
        new SinkConfiguration(
            sink.path() + "/" + table, sink.format(), sink.mode(), sink.options());
    try (TableOutput output = TableOutput.prepare(own, context.spark())) {
      context
          .progress()
          .accept(String.format(Locale.ROOT, "synthesizing %,d rows of table %s", rows, table));
      output.write(reader(table).load());
    }
  }

  private DataFrameReader reader(String table) {
    DataFrameReader reader =
        context
            .spark()
            .read()
            .format("mirrorlake")
            .option("profile", configuration.profile())
            .option("table", table)
            .option("seed", configuration.seed());
    configuration.scale().ifPresent(scale -> reader.option("scale", scale));
    if (!configuration.rows().isEmpty()) {
      reader.option("rows", JSON.valueToTree(configuration.rows()).toString());
    }
    configuration.partitions().ifPresent(partitions -> reader.option("partitions", partitions));
    return reader;
  }
}
