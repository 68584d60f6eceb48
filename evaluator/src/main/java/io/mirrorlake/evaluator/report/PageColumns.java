package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Histogram;
import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.chart.PairedBars;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.sample.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A card for each column, the worst first. */
final class PageColumns {
  private PageColumns() {}

  static Markup of(List<ColumnReport> columns, List<Panel> panels) {
    Markup page =
        Markup.of()
            .raw(
                "<h2 id=\"columns\">Columns</h2>\n<p class=\"soft\">Distributions side by side, the largest distance from ")
            .raw(
                "train first. The distance is Kolmogorov-Smirnov for numbers and times, total variation for labels; beside it ")
            .raw("the distance of the holdout.</p>\n")
            .raw(PageText.legend())
            .raw(
                "<div class=\"tools\" id=\"column-tools\" hidden><label><span class=\"sr\">Find a column</span>")
            .raw("<input id=\"column-find\" type=\"search\" placeholder=\"Find a column\"></label>")
            .raw(
                "<label><span class=\"sr\">Order</span><select id=\"column-sort\"><option value=\"error\">Largest distance first")
            .raw(
                "</option><option value=\"name\">By name</option><option value=\"place\">As in the table</option></select></label>")
            .raw("</div>\n<div class=\"grid\" id=\"column-grid\">\n");
    IntStream.range(0, columns.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -columns.get(i).error()))
        .forEach(i -> card(page, columns.get(i), i, ColumnFacts.of(panels, columns.get(i).name())));
    return page.raw("</div>\n");
  }

  private static void card(Markup page, ColumnReport column, int place, ColumnFacts facts) {
    page.add(
        "<section class=\"card\" data-name=\"%s\" data-error=\"%.6f\" data-place=\"%d\"><div class=\"columnhead\"><h3>%s</h3>",
        column.name(), column.error(), place, column.name());
    page.add(
        "<span class=\"small num\"><b>%s</b> <span class=\"soft\">(%s)</span></span></div>",
        PageText.number(column.error()), PageText.number(column.ceilingError()));
    plot(page, column);
    ColumnReport.Shares missing = column.missing();
    if (missing.train() > 0 || missing.synthetic() > 0) {
      page.add(
          "<p class=\"small soft\">missing: real %s, synthetic %s</p>",
          PageText.percent(missing.train()), PageText.percent(missing.synthetic()));
    }
    if (!column.quantiles().isEmpty()) {
      quantiles(page, column);
    }
    page.raw(facts.markup().toString());
    page.raw("</section>\n");
  }

  private static void plot(Markup page, ColumnReport column) {
    if (column.bars().isEmpty()) {
      page.raw("<p class=\"soft small\">no values in train</p>");
      return;
    }
    List<Histogram.Bin> bins =
        column.bars().stream()
            .map(bar -> new Histogram.Bin(bar.label(), bar.train(), bar.synthetic()))
            .toList();
    String title = "Distribution of " + column.name() + ", real and synthetic";
    Markup plot =
        column.measure() == Measure.CATEGORY
            ? PairedBars.of(title, bins)
            : Histogram.of(title, bins);
    page.raw(plot.toString());
  }

  private static void quantiles(Markup page, ColumnReport column) {
    page.raw(
            "<details><summary>Quantiles</summary><table><thead><tr><th></th><th class=\"num\">real</th>")
        .raw("<th class=\"num\">synthetic</th></tr></thead><tbody>");
    for (ColumnReport.Quantile quantile : column.quantiles()) {
      page.add(
          "<tr><td>%.0f %%</td><td class=\"num\">%s</td><td class=\"num\">%s</td></tr>",
          100 * quantile.probability(), quantile.train(), quantile.synthetic());
    }
    page.raw("</tbody></table></details>");
  }
}
