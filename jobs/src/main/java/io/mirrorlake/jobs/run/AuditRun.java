package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportHtml;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.ReportJunit;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.evaluator.spark.DatasetEvaluation;
import io.mirrorlake.jobs.configuration.AuditConfiguration;
import io.mirrorlake.jobs.configuration.ConfigurationFile;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.sink.OutputContent;
import io.mirrorlake.jobs.sink.OutputDirectory;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Judges synthetic tables with their keys against the real ones, and writes the report. */
public final class AuditRun implements Job<AuditConfiguration> {
  @Override
  public ExitCode run(AuditConfiguration configuration, JobContext context) {
    EvaluationReport report;
    try (OutputDirectory output =
        OutputDirectory.prepare(
            configuration.output(),
            configuration.mode(),
            OutputContent.REPORT,
            ReportStore.hadoop(context))) {
      report = audit(configuration, context);
      output.write("report.json", ReportJson.write(report));
      output.write("report.html", ReportHtml.render(report));
      output.write("junit.xml", ReportJunit.write(report));
      output.commit();
    }
    context.progress().accept("wrote the report to " + configuration.output());
    ScorePage.lines(report).forEach(context.out()::println);
    return report.verdict() == Verdict.FAIL ? ExitCode.VERDICT_FAIL : ExitCode.OK;
  }

  private static EvaluationReport audit(AuditConfiguration configuration, JobContext context) {
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
    Map<String, SourceTable> synthetic = new LinkedHashMap<>();
    real.forEach(
        (name, table) -> synthetic.put(name, synthetic(configuration, table, name, sources)));
    return SourceFailures.explained(
        Stream.concat(real.values().stream(), synthetic.values().stream()).toList(),
        () ->
            DatasetEvaluation.of(
                    EvaluationRules.options(configuration),
                    rows(real),
                    rows(synthetic),
                    AuditKeys.of(rules, dataset, real.keySet()))
                .run(context.progress()));
  }

  private static SourceTable synthetic(
      AuditConfiguration configuration, SourceTable real, String name, SourceTables sources) {
    SourceConfiguration made = SourceConfiguration.at(configuration.synthetic() + "/" + name);
    return SchemaAgreement.of(real, "synthetic").apply(sources.open(made, real.rows().schema()));
  }

  private static SourceTable without(SourceTable table, List<String> columns) {
    return new SourceTable(
        table.name(),
        table.rows().drop(columns.toArray(String[]::new)),
        table.description(),
        table.primaryKey(),
        table.diagnosis());
  }

  private static DatasetConfiguration dataset(AuditConfiguration configuration) {
    ConfigurationReader reader = ConfigurationReader.of(System.getenv());
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
