package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.chart.RocPlot;
import io.mirrorlake.evaluator.twosample.TwoSampleResult;
import java.util.Comparator;
import java.util.List;

/** Triples of columns and whole rows. */
final class PageJoint {
  private static final int SHOWN_COLUMNS = 12;

  private PageJoint() {}

  static Markup of(EvaluationReport report) {
    Markup page = Markup.of().raw("<h2 id=\"joint\">Whole rows</h2>\n");
    report.details().twoSample().ifPresent(result -> twoSample(page, result));
    report.details().triples().ifPresent(triples -> triples(page, triples));
    return page;
  }

  private static void twoSample(Markup page, TwoSampleResult result) {
    page.add(
        "<p class=\"soft\">Boosted trees were asked to tell %s synthetic rows from as many training rows, cross-validated. "
            + "On the diagonal they cannot.</p>\n",
        PageText.count(result.rowsPerTable()));
    List<RocPlot.Point> points =
        result.curve().stream()
            .map(point -> new RocPlot.Point(point.falsePositiveRate(), point.truePositiveRate()))
            .toList();
    page.add(
        "<div class=\"two\"><figure class=\"card\" style=\"margin:0\"><h3>Telling real from synthetic: AUC %s</h3>%s</figure>",
        PageText.number(result.area()),
        RocPlot.of("Receiver operating characteristic of the two-sample test", points));
    page.raw(
            "<div class=\"card\"><h3>What gives the synthetic rows away</h3><p class=\"soft small\">Share of what the trees ")
        .raw(
            "gained by splits on each column. It means little where the AUC is near 0.5.</p><table><tbody>");
    result.importances().stream()
        .sorted(Comparator.comparingDouble(importance -> -importance.share()))
        .limit(SHOWN_COLUMNS)
        .forEach(
            importance ->
                page.add(
                    "<tr><td>%s</td><td style=\"width:45%%\"><div class=\"bar\"><i style=\"width:%.1f%%\"></i></div></td><td class=\"num\">%s</td></tr>",
                    importance.column(),
                    100 * importance.share(),
                    PageText.percent(importance.share())));
    page.raw("</tbody></table></div></div>\n");
  }

  private static void triples(Markup page, TripleReport triples) {
    page.add(
        "<p class=\"soft\" style=\"margin-top:20px\">%s of %s triples of columns were compared in common bins. These are "
            + "farthest beyond what the holdout shows:</p>\n",
        PageText.count(triples.count()), PageText.count(triples.all()));
    page.raw(
            "<details open><summary>Triples that differ most</summary><div class=\"scroll\"><table><thead><tr><th>Triple</th>")
        .raw(
            "<th class=\"num\">Distance of synthetic</th><th class=\"num\">of holdout</th></tr></thead><tbody>");
    for (TripleReport.Gap gap : triples.worst()) {
      page.add(
          "<tr><td>%s</td><td class=\"num\">%.3f</td><td class=\"num\">%.3f</td></tr>",
          String.join(" × ", gap.columns()), gap.distance(), gap.ceilingDistance());
    }
    page.raw("</tbody></table></div></details>\n");
  }
}
