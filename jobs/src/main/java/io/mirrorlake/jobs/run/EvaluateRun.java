package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportHtml;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.evaluator.spark.Evaluation;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.sink.OutputContent;
import io.mirrorlake.jobs.sink.OutputDirectory;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import java.util.List;

/** Measures synthetic rows against real ones, and writes the report. */
public final class EvaluateRun implements Job<EvaluateConfiguration> {
  @Override
  public ExitCode run(EvaluateConfiguration configuration, JobContext context) {
    EvaluationReport report;
    try (OutputDirectory output =
        OutputDirectory.prepare(
            configuration.output(),
            configuration.mode(),
            OutputContent.REPORT,
            context.spark().sparkContext().hadoopConfiguration())) {
      report = evaluate(configuration, context);
      output.write("report.json", ReportJson.write(report));
      output.write("report.html", ReportHtml.render(report));
      output.commit();
    }
    context.progress().accept("wrote the report to " + configuration.output());
    ScorePage.lines(report).forEach(context.out()::println);
    return report.verdict() == Verdict.FAIL ? ExitCode.VERDICT_FAIL : ExitCode.OK;
  }

  private static EvaluationReport evaluate(
      EvaluateConfiguration configuration, JobContext context) {
    SourceTables tables = SourceTables.of(context.spark());
    SourceTable train = tables.open(configuration.train());
    EvaluationRules.requireColumns(configuration, train);
    SourceTable holdout = alike(configuration.holdout(), "holdout", train, tables);
    SourceTable synthetic = alike(configuration.synthetic(), "synthetic", train, tables);
    return SourceFailures.explained(
        List.of(train, holdout, synthetic),
        () ->
            Evaluation.of(EvaluationRules.options(configuration))
                .run(train.rows(), holdout.rows(), synthetic.rows(), context.progress()));
  }

  /** The table with train's columns and types, as far as its format has none of its own. */
  private static SourceTable alike(
      SourceConfiguration configuration, String role, SourceTable train, SourceTables tables) {
    SourceTable table = tables.open(configuration, train.rows().schema());
    return SchemaAgreement.of(train, role).apply(table);
  }
}
