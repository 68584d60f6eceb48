package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.metric.Better;
import io.mirrorlake.evaluator.metric.MetricGroup;
import java.util.List;
import java.util.Optional;

/** The table of all scores. */
final class PageScores {
  private PageScores() {}

  static Markup of(EvaluationReport report) {
    Markup page =
        Markup.of()
            .raw(
                "<h2 id=\"scores\">All scores</h2>\n<p class=\"soft\">Each score stands beside its <b>ceiling</b>, what the ")
            .raw(
                "real holdout scores in the synthetic table's place, and its <b>floor</b>, what the training columns score ")
            .raw(
                "when each is shuffled on its own. The mark on the line shows how far the synthetic table got.</p>\n")
            .raw(
                "<div class=\"tools\" id=\"score-tools\" hidden><label><span class=\"sr\">Find a score</span>")
            .raw(
                "<input id=\"score-find\" type=\"search\" placeholder=\"Find a score\"></label><label><span class=\"sr\">Verdict</span>")
            .raw(
                "<select id=\"score-verdict\"><option value=\"\">All verdicts</option><option value=\"fail\">Fail</option>")
            .raw(
                "<option value=\"warn\">Warn</option><option value=\"pass\">Pass</option><option value=\"none\">None</option></select></label></div>\n")
            .raw(
                "<div class=\"scroll scores\"><table id=\"score-table\"><thead><tr><th>Score</th><th class=\"num\">Synthetic</th>")
            .raw(
                "<th class=\"num\">Floor</th><th>Floor to ceiling</th><th class=\"num\">Ceiling</th>")
            .raw(
                "<th class=\"num\" title=\"the synthetic table against the holdout instead of train\">Against holdout</th>")
            .raw("<th>Verdict</th></tr></thead><tbody>\n");
    for (MetricGroup group : MetricGroup.values()) {
      List<MetricResult> results =
          report.metrics().stream().filter(one -> one.metric().group() == group).toList();
      if (!results.isEmpty()) {
        page.add("<tr class=\"group\"><th colspan=\"7\">%s</th></tr>\n", group.title());
        results.forEach(result -> row(page, result));
      }
    }
    return page.raw("</tbody></table></div>\n");
  }

  private static void row(Markup page, MetricResult result) {
    page.add(
        "<tr class=\"%s\"><td><b>%s</b> <span class=\"soft small\">%s</span><div class=\"why\">%s</div></td>",
        PageText.tone(result.verdict()),
        result.metric().title(),
        result.metric().better() == Better.HIGHER ? "higher is better" : "lower is better",
        result.metric().meaning());
    Optional<Measurement> measurement = result.measurement();
    page.add(
        "<td class=\"num\"><b>%s</b>%s</td>",
        text(measurement.map(Measurement::score)), error(measurement));
    page.add("<td class=\"num\">%s</td>", text(measurement.flatMap(Measurement::floor)));
    page.add(
        "<td>%s</td>",
        measurement
            .filter(one -> PageText.hasWay(result))
            .map(PageText::gauge)
            .orElse(Markup.of()));
    page.add("<td class=\"num\">%s</td>", text(measurement.flatMap(Measurement::ceiling)));
    page.add("<td class=\"num\">%s</td>", text(measurement.flatMap(Measurement::againstHoldout)));
    page.add("<td>%s", PageText.badge(result));
    if (result.alarm()) {
      page.raw(" <span class=\"badge fail\">ALARM</span>");
    }
    page.add("<div class=\"why\">%s</div></td></tr>\n", result.reason());
  }

  private static String text(Optional<Double> value) {
    return value.map(PageText::score).orElse("–");
  }

  private static Markup error(Optional<Measurement> measurement) {
    Markup markup = Markup.of();
    measurement
        .filter(one -> one.standardError() > 0)
        .ifPresent(
            one ->
                markup.add(
                    "<br><span class=\"soft small\">± %s</span>",
                    PageText.score(one.standardError())));
    return markup;
  }
}
