package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EarlierReport;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.ReportHtml;
import io.mirrorlake.evaluator.report.ReportJson;
import io.mirrorlake.evaluator.report.ReportJunit;
import io.mirrorlake.evaluator.report.ScoreChange.Direction;
import io.mirrorlake.evaluator.report.ScoreComparison;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.jobs.configuration.BaselineConfiguration;
import io.mirrorlake.jobs.configuration.ReportConfiguration;
import io.mirrorlake.jobs.sink.OutputContent;
import io.mirrorlake.jobs.sink.OutputDirectory;
import java.util.Optional;
import java.util.function.Supplier;

/** What becomes of an evaluation: its files, a row a score in a table, and the exit code. */
final class ReportOutput {
  private ReportOutput() {}

  /**
   * Evaluates, once it is certain that the report can be written, and writes it.
   *
   * @param configuration where to
   * @param origin what is evaluated
   * @param evaluation makes the report
   */
  static ExitCode write(
      ReportConfiguration configuration,
      MetricsTable.Origin origin,
      JobContext context,
      Supplier<EvaluationReport> evaluation) {
    Optional<EarlierReport> baseline =
        configuration
            .baseline()
            .map(given -> ReportStore.read(given.report(), ReportStore.hadoop(context)));
    EvaluationReport report;
    try (OutputDirectory output =
            OutputDirectory.prepare(
                configuration.path(),
                configuration.mode(),
                OutputContent.REPORT,
                ReportStore.hadoop(context));
        MetricsTable metrics =
            MetricsTable.prepare(configuration.metricsTable(), origin, context.spark())) {
      EvaluationReport alone = evaluation.get();
      report = baseline.map(alone::comparedWith).orElse(alone);
      output.write("report.json", ReportJson.write(report));
      output.write("report.html", ReportHtml.render(report));
      output.write("junit.xml", ReportJunit.write(report));
      metrics.append(report);
      output.commit();
    }
    context.progress().accept("wrote the report to " + configuration.path());
    ScorePage.lines(report).forEach(context.out()::println);
    return isFailed(configuration, report) ? ExitCode.VERDICT_FAIL : ExitCode.OK;
  }

  private static boolean isFailed(ReportConfiguration configuration, EvaluationReport report) {
    boolean strict =
        configuration.baseline().filter(BaselineConfiguration::failOnWorse).isPresent();
    boolean worse =
        report.comparisons().stream()
            .filter(one -> one.kind() == ScoreComparison.Kind.BASELINE)
            .anyMatch(one -> !one.changes(Direction.WORSE).isEmpty());
    return report.verdict() == Verdict.FAIL || (strict && worse);
  }
}
