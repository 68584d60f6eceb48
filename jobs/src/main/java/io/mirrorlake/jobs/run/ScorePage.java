package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.Verdict;
import io.mirrorlake.jobs.show.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scores of a report in a few lines: each beside what real rows and what independent columns
 * would score.
 */
final class ScorePage {
  private ScorePage() {}

  static List<String> lines(EvaluationReport report) {
    TextTable table =
        TextTable.of("score", "synthetic", "ceiling (real)", "floor (independent)", "verdict");
    report.metrics().forEach(result -> row(result, table));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(
        "verdict: " + report.verdict() + (report.alarm() ? ", with a memorisation alarm" : ""));
    report.notes().forEach(note -> lines.add("note: " + note));
    return lines;
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

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
