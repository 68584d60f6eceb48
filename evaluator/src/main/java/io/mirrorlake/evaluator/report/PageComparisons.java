package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The scores beside those of an earlier report, or of another generator's rows. */
final class PageComparisons {
  private PageComparisons() {}

  static Markup of(EvaluationReport report) {
    Markup page = Markup.of();
    if (report.comparisons().isEmpty()) {
      return page;
    }
    page.raw("<h2 id=\"compared\">Compared</h2>\n");
    report.comparisons().forEach(comparison -> table(page, comparison));
    return page;
  }

  private static void table(Markup page, ScoreComparison comparison) {
    boolean baseline = comparison.kind() == ScoreComparison.Kind.BASELINE;
    page.add(
        "<section class=\"panel\"><h3>%s %s</h3>\n<p class=\"soft small\">%s scores are better here, %s are worse, "
            + "%s are the same within sampling error.",
        baseline ? "The earlier report" : "Another generator:",
        comparison.name(),
        count(comparison, ScoreChange.Direction.BETTER),
        count(comparison, ScoreChange.Direction.WORSE),
        count(comparison, ScoreChange.Direction.SAME));
    missing(page, "Only here", comparison.onlyHere());
    missing(page, "Only there", comparison.onlyThere());
    page.raw("</p>\n<div class=\"scroll\"><table class=\"sortable\"><thead><tr><th>Score</th>")
        .raw("<th class=\"num\">Here</th><th class=\"num\">There</th><th class=\"num\">Gain</th>")
        .raw("<th class=\"num\">± of the gain</th><th>This report is</th></tr></thead><tbody>\n");
    comparison.changes().stream()
        .sorted(Comparator.comparing(change -> change.direction() == ScoreChange.Direction.SAME))
        .forEach(change -> row(page, change));
    page.raw("</tbody></table></div></section>\n");
  }

  private static void row(Markup page, ScoreChange change) {
    page.add(
        "<tr><td>%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td><td>%s</td></tr>\n",
        change.metric().title(),
        PageText.score(change.score()),
        PageText.score(change.other()),
        gain(change),
        PageText.score(change.error()),
        badge(change.direction()));
  }

  /** With a sign, so that a gain is told from a loss at a glance. */
  static String gain(ScoreChange change) {
    return String.format(Locale.ROOT, "%+.4f", change.gain() + 0.0);
  }

  static Markup badge(ScoreChange.Direction direction) {
    return Markup.of()
        .raw(
            switch (direction) {
              case BETTER -> "<span class=\"badge pass\">▲ better</span>";
              case WORSE -> "<span class=\"badge fail\">▼ worse</span>";
              case SAME -> "<span class=\"badge none\">= same</span>";
            });
  }

  private static void missing(Markup page, String where, List<String> keys) {
    if (!keys.isEmpty()) {
      page.add(" %s: %s.", where, String.join(", ", keys));
    }
  }

  private static String count(ScoreComparison comparison, ScoreChange.Direction direction) {
    return PageText.count(comparison.changes(direction).size());
  }
}
