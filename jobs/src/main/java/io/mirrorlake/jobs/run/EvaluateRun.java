package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EarlierReport;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportHtml;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.ReportJunit;
import io.mirrorlake.evaluator.report.ScoreChange.Direction;
import io.mirrorlake.evaluator.report.ScoreComparison;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.evaluator.spark.EvaluatedTables;
import io.mirrorlake.evaluator.spark.Evaluation;
import io.mirrorlake.jobs.configuration.BaselineConfiguration;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.sink.OutputContent;
import io.mirrorlake.jobs.sink.OutputDirectory;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures synthetic rows against real ones, and writes the report. */
public final class EvaluateRun implements Job<EvaluateConfiguration> {
  @Override
  public ExitCode run(EvaluateConfiguration configuration, JobContext context) {
    Optional<EarlierReport> baseline =
        configuration
            .baseline()
            .map(given -> ReportStore.read(given.report(), ReportStore.hadoop(context)));
    EvaluationReport report;
    try (OutputDirectory output =
            OutputDirectory.prepare(
                configuration.output().path(),
                configuration.output().mode(),
                OutputContent.REPORT,
                ReportStore.hadoop(context));
        MetricsTable metrics = MetricsTable.prepare(configuration, context.spark())) {
      EvaluationReport alone = evaluate(configuration, context);
      report = baseline.map(alone::comparedWith).orElse(alone);
      output.write("report.json", ReportJson.write(report));
      output.write("report.html", ReportHtml.render(report));
      output.write("junit.xml", ReportJunit.write(report));
      metrics.append(report);
      output.commit();
    }
    context.progress().accept("wrote the report to " + configuration.output().path());
    ScorePage.lines(report).forEach(context.out()::println);
    return isFailed(configuration, report) ? ExitCode.VERDICT_FAIL : ExitCode.OK;
  }

  private static boolean isFailed(EvaluateConfiguration configuration, EvaluationReport report) {
    boolean strict =
        configuration.baseline().filter(BaselineConfiguration::failOnWorse).isPresent();
    boolean worse =
        report.comparisons().stream()
            .filter(one -> one.kind() == ScoreComparison.Kind.BASELINE)
            .anyMatch(one -> !one.changes(Direction.WORSE).isEmpty());
    return report.verdict() == Verdict.FAIL || (strict && worse);
  }

  private static EvaluationReport evaluate(
      EvaluateConfiguration configuration, JobContext context) {
    SourceTables tables = SourceTables.of(context.spark());
    SourceTable train = tables.open(configuration.train());
    EvaluationRules.requireColumns(configuration, train);
    Optional<SourceTable> holdout =
        configuration.holdout().map(given -> alike(given, "holdout", train, tables));
    SourceTable synthetic = alike(configuration.synthetic(), "synthetic", train, tables);
    Optional<SourceTable> reference =
        configuration.privacy().reference().map(given -> alike(given, "reference", train, tables));
    Optional<SourceTable> compared =
        configuration.compare().map(given -> alike(given, "compared", train, tables));
    EvaluatedTables evaluated =
        new EvaluatedTables(
            train.rows(),
            holdout.map(SourceTable::rows),
            reference.map(SourceTable::rows),
            synthetic.rows(),
            compared.map(SourceTable::rows));
    return SourceFailures.explained(
        Stream.of(Optional.of(train), holdout, reference, Optional.of(synthetic), compared)
            .flatMap(Optional::stream)
            .toList(),
        () ->
            Evaluation.of(EvaluationRules.options(configuration))
                .run(evaluated, context.progress()));
  }

  /** The table with train's columns and types, as far as its format has none of its own. */
  private static SourceTable alike(
      SourceConfiguration configuration, String role, SourceTable train, SourceTables tables) {
    SourceTable table = tables.open(configuration, train.rows().schema());
    return SchemaAgreement.of(train, role).apply(table);
  }
}
