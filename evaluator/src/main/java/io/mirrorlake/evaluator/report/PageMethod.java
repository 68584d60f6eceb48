package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.metric.Metric;
import java.util.Locale;

/** The end of the page: what was done, what was left out, and what the scores do not say. */
final class PageMethod {
  private PageMethod() {}

  static Markup of(EvaluationReport report) {
    Markup page =
        Markup.of()
            .raw(
                "<h2 id=\"method\">Method and limits</h2>\n<div class=\"two\"><div class=\"card\"><h3>This run</h3><table><tbody>");
    Subject subject = report.subject();
    EvaluationOptions options = subject.options();
    line(page, "seed", Long.toString(options.seed()));
    line(page, "rows in memory of train", PageText.count(subject.train().sampledRows()));
    line(page, "of the holdout", PageText.count(subject.holdout().sampledRows()));
    line(page, "of the synthetic table", PageText.count(subject.synthetic().sampledRows()));
    line(page, "probes", PageText.count(options.probes()));
    report.metrics().forEach(result -> limits(page, result.metric(), options));
    page.raw("</tbody></table>");
    list(page, report, subject);
    return page.raw("</div><div class=\"card\"><h3>What the scores do not say</h3><ul>")
        .raw(
            "<li>A high fidelity score is no privacy score; a copy of train has the best fidelity there is.</li>")
        .raw(
            "<li>Columns, pairs and triples can all agree while whole rows do not: read the two-sample test with them.</li>")
        .raw(
            "<li>The nearest-record share finds rows that are near in most columns. It does not find a secret that leaks in ")
        .raw("one column, nor outliers that leak while most rows do not.</li>")
        .raw(
            "<li>Pearson's r sees straight lines only, Cramer's V does not say which labels go together.</li>")
        .raw("<li>A model's score stands for one target. Another target can fare worse.</li>")
        .raw(
            "<li>The verdict is as good as its thresholds, which are defaults unless you set them.</li></ul></div></div>\n");
  }

  private static void limits(Markup page, Metric metric, EvaluationOptions options) {
    options
        .thresholds()
        .of(metric)
        .ifPresent(
            band ->
                line(
                    page,
                    "limits of " + metric.title().toLowerCase(Locale.ROOT),
                    band.warn() + " / " + band.fail()));
  }

  private static void line(Markup page, String name, String value) {
    page.add("<tr><td>%s</td><td class=\"num\">%s</td></tr>", name, value);
  }

  private static void list(Markup page, EvaluationReport report, Subject subject) {
    if (!report.notes().isEmpty() || !subject.skipped().isEmpty()) {
      page.raw("<h3 style=\"margin-top:12px\">Notes</h3><ul>");
      report.notes().forEach(note -> page.add("<li>%s</li>", note));
      subject
          .skipped()
          .forEach(
              one -> page.add("<li>Column %s was left out: %s.</li>", one.name(), one.reason()));
      page.raw("</ul>");
    }
  }
}
