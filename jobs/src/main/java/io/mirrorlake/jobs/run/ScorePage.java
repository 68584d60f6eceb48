package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.ScoreChange;
import io.mirrorlake.evaluator.report.ScoreComparison;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.jobs.show.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A report in a few lines: the main scores and all that do not pass, each beside what real rows and
 * what independent columns would score, and why they do not pass.
 */
final class ScorePage {
  private static final Set<Metric> MAIN =
      Set.of(
          ColumnMetrics.COLUMN_ERROR,
          ColumnMetrics.MISSINGNESS_ERROR,
          PairMetrics.ASSOCIATION_ERROR,
          JointMetrics.TRIPLE_ACCURACY,
          JointMetrics.TWO_SAMPLE_AUC,
          UtilityMetrics.TRAIN_SYNTHETIC_SCORE,
          PrivacyMetrics.NEAREST_TRAIN_SHARE,
          PrivacyMetrics.DUPLICATE_EXCESS);

  private ScorePage() {}

  static List<String> lines(EvaluationReport report) {
    TextTable table =
        TextTable.of("score", "synthetic", "ceiling (real)", "floor (independent)", "verdict");
    report.metrics().stream()
        .filter(result -> MAIN.contains(result.metric()) || isRemarkable(result))
        .forEach(result -> row(result, table));
    List<String> lines = new ArrayList<>(table.lines());
    report.metrics().stream()
        .filter(ScorePage::isRemarkable)
        .forEach(result -> lines.add(remark(result)));
    report.comparisons().forEach(comparison -> lines.addAll(changes(comparison)));
    lines.add("verdict: " + report.verdict() + ", " + counts(report) + alarms(report));
    report.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }

  private static List<String> changes(ScoreComparison comparison) {
    List<String> lines = new ArrayList<>();
    List<ScoreChange> better = comparison.changes(ScoreChange.Direction.BETTER);
    List<ScoreChange> worse = comparison.changes(ScoreChange.Direction.WORSE);
    lines.add(
        "compared with "
            + comparison.name()
            + ": "
            + better.size()
            + " scores better, "
            + worse.size()
            + " worse, "
            + comparison.changes(ScoreChange.Direction.SAME).size()
            + " the same within sampling error");
    better.forEach(change -> lines.add("  better: " + change(change)));
    worse.forEach(change -> lines.add("  worse: " + change(change)));
    return lines;
  }

  private static String change(ScoreChange change) {
    return change.metric().title()
        + ": "
        + number(change.score())
        + ", there "
        + number(change.other())
        + String.format(Locale.ROOT, " (gain %+.4f)", change.gain());
  }

  private static boolean isRemarkable(MetricResult result) {
    return result.alarm() || result.verdict().filter(one -> one != Verdict.PASS).isPresent();
  }

  private static String remark(MetricResult result) {
    return result.verdict().map(Verdict::toString).orElse("-")
        + (result.alarm() ? ", alarm: " : ": ")
        + result.metric().title()
        + ": "
        + result.reason();
  }

  private static String counts(EvaluationReport report) {
    long judged = report.metrics().stream().filter(one -> one.verdict().isPresent()).count();
    long passed =
        report.metrics().stream()
            .filter(one -> one.verdict().filter(Verdict.PASS::equals).isPresent())
            .count();
    return passed + " of " + judged + " scores pass";
  }

  private static String alarms(EvaluationReport report) {
    List<String> titles =
        report.metrics().stream()
            .filter(MetricResult::alarm)
            .map(result -> result.metric().title())
            .toList();
    return titles.isEmpty() ? "" : "; memorisation alarm from " + String.join(", ", titles);
  }

  private static void row(MetricResult result, TextTable table) {
    String title = result.metric().title();
    if (result.measurement().isEmpty()) {
      table.row(title, "-", "-", "-", result.reason());
      return;
    }
    Measurement scores = result.measurement().get();
    String verdict = result.verdict().map(Verdict::toString).orElse("-");
    table.row(
        title,
        number(scores.score()),
        number(scores.ceiling()),
        number(scores.floor()),
        result.alarm() ? verdict + ", alarm" : verdict);
  }

  private static String number(Optional<Double> value) {
    return value.map(ScorePage::number).orElse("-");
  }

  /** Small scores with a digit more: 0.017 beside 0.016 hides what 0.0167 beside 0.0164 shows. */
  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.3f", value);
  }
}
