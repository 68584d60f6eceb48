package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.spark.DatasetEvaluation;
import io.mirrorlake.evaluator.spark.DatasetKeys;
import io.mirrorlake.jobs.configuration.AuditConfiguration;
import io.mirrorlake.jobs.configuration.ConfigurationFile;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Judges synthetic tables with their keys against the real ones, and writes the report. */
public final class AuditRun implements Job<AuditConfiguration> {
  private final Map<String, String> environment;

  /** A job that takes the variables of the dataset's configuration from the environment. */
  public AuditRun() {
    this(System.getenv());
  }

  /**
   * A job with variables of its own.
   *
   * @param environment what the variables in the dataset's configuration stand for
   */
  public AuditRun(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public ExitCode run(AuditConfiguration configuration, JobContext context) {
    MetricsTable.Origin origin =
        new MetricsTable.Origin(
            Locations.shown(configuration.dataset()),
            Optional.empty(),
            Locations.shown(configuration.synthetic()),
            configuration.seed());
    return ReportOutput.write(
        configuration.output(), origin, context, () -> audit(configuration, context));
  }

  private EvaluationReport audit(AuditConfiguration configuration, JobContext context) {
    DatasetConfiguration dataset = dataset(configuration);
    SourceTables sources = SourceTables.of(context.spark());
    Map<String, SourceTable> real = new LinkedHashMap<>();
    dataset
        .profiled()
        .forEach(
            (name, table) -> {
              context.progress().accept("opening " + name);
              real.put(name, without(sources.open(table.source()), table.exclude()));
            });
    KeyRules rules = keys(dataset, real);
    requireKnown(configuration, real.keySet());
    if (!configuration.tables().isEmpty()) {
      real.keySet().retainAll(configuration.tables());
    }
    DatasetKeys known = AuditKeys.of(rules, dataset, real.keySet());
    Function<String, EvaluationReport> judged =
        directory ->
            judged(
                EvaluationRules.options(configuration),
                real,
                synthetic(directory, real, sources),
                known,
                context);
    EvaluationReport report = judged.apply(configuration.synthetic());
    return configuration
        .compare()
        .map(
            directory -> {
              context.progress().accept("scoring the compared tables in the same way");
              return report.comparedWith(judged.apply(directory), "compared tables");
            })
        .orElse(report);
  }

  private static EvaluationReport judged(
      EvaluationOptions options,
      Map<String, SourceTable> real,
      Map<String, SourceTable> synthetic,
      DatasetKeys keys,
      JobContext context) {
    return SourceFailures.explained(
        Stream.concat(real.values().stream(), synthetic.values().stream()).toList(),
        () ->
            DatasetEvaluation.of(options, rows(real), rows(synthetic), keys)
                .run(context.progress()));
  }

  private static Map<String, SourceTable> synthetic(
      String directory, Map<String, SourceTable> real, SourceTables sources) {
    Map<String, SourceTable> synthetic = new LinkedHashMap<>();
    real.forEach(
        (name, table) -> {
          SourceConfiguration made = SourceConfiguration.at(directory + "/" + name);
          synthetic.put(
              name,
              SchemaAgreement.of(table, "synthetic")
                  .apply(sources.open(made, table.rows().schema())));
        });
    return synthetic;
  }

  private static SourceTable without(SourceTable table, List<String> columns) {
    return new SourceTable(
        table.name(),
        table.rows().drop(columns.toArray(String[]::new)),
        table.description(),
        table.primaryKey(),
        table.diagnosis());
  }

  private DatasetConfiguration dataset(AuditConfiguration configuration) {
    ConfigurationReader reader = ConfigurationReader.of(environment);
    String path = configuration.dataset();
    return reader.read(
        DatasetConfiguration.class, reader.file(ConfigurationFile.read(path), path), List.of());
  }

  private static void requireKnown(AuditConfiguration configuration, Set<String> tables) {
    List<String> unknown = new ArrayList<>(configuration.tables());
    unknown.removeAll(tables);
    if (!unknown.isEmpty()) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the key 'tables' names " + unknown + ", which " + configuration.dataset() + " has not",
          "name some of " + tables);
    }
  }

  private static Map<String, Dataset<Row>> rows(Map<String, SourceTable> tables) {
    Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
    tables.forEach((name, table) -> rows.put(name, table.rows()));
    return rows;
  }

  private static KeyRules keys(DatasetConfiguration dataset, Map<String, SourceTable> real) {
    Map<String, StructType> schemas = new LinkedHashMap<>();
    Map<String, List<String>> declared = new LinkedHashMap<>();
    real.forEach(
        (name, table) -> {
          schemas.put(name, table.rows().schema());
          declared.put(name, table.primaryKey());
        });
    return KeyRules.of(dataset, schemas, declared);
  }
}
