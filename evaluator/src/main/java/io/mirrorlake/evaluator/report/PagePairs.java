package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.HeatMap;
import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Heat maps of the associations of pairs, and the pairs that differ most. */
final class PagePairs {
  /**
   * More columns make cells too small to see and a page too large to open; then those that differ
   * most are shown.
   */
  private static final int MAX_COLUMNS = 40;

  /**
   * The difference that gets the full colour: a change that turns a moderate association into none.
   */
  private static final double FULL_DIFFERENCE = 0.3;

  private PagePairs() {}

  static Markup of(PairReport pairs) {
    int[] shown = shown(pairs);
    List<String> names = IntStream.of(shown).mapToObj(pairs.columns()::get).toList();
    IntToDoubleFunction train = cells(shown, pairs.train());
    IntToDoubleFunction synthetic = cells(shown, pairs.synthetic());
    Markup page =
        Markup.of()
            .raw(
                "<h2 id=\"pairs\">Pairs of columns</h2>\n<p class=\"soft\">How strongly each pair goes together, from 0 to 1: ")
            .raw(
                "Cramer's V (bias-corrected) for two labels, correlation ratio for a label and a number, |Pearson r| for two ")
            .raw("numbers.");
    if (shown.length < pairs.columns().size()) {
      page.add(
          " Shown are the %d of %d columns that differ most.",
          shown.length, pairs.columns().size());
    }
    page.raw("</p>\n<div class=\"three\">");
    map(page, "plainly", "Real (train)", HeatMap.of("Association in train", names, 1, train));
    map(
        page,
        "plainly",
        "Synthetic",
        HeatMap.of("Association in the synthetic rows", names, 1, synthetic));
    map(
        page,
        "difference",
        "Synthetic less real",
        HeatMap.of(
            "Difference of association",
            names,
            FULL_DIFFERENCE,
            cell -> synthetic.applyAsDouble(cell) - train.applyAsDouble(cell)));
    page.raw(
            "</div>\n<div class=\"legend\"><span><i class=\"s\"></i>synthetic pair too strong</span>")
        .raw(
            "<span><i class=\"l\"></i>too weak</span><span>full colour from a difference of 0.3</span></div>\n");
    worst(page, pairs.worst());
    return page;
  }

  private static void map(Markup page, String kind, String title, Markup plot) {
    page.add(
        "<figure class=\"card %s\" style=\"margin:0\"><h3>%s</h3>%s</figure>", kind, title, plot);
  }

  private static int[] shown(PairReport pairs) {
    int width = pairs.columns().size();
    return IntStream.range(0, width)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -gap(pairs, i)))
        .limit(MAX_COLUMNS)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double gap(PairReport pairs, int i) {
    return IntStream.range(0, pairs.columns().size())
        .mapToDouble(j -> Math.abs(pairs.train().value(i, j) - pairs.synthetic().value(i, j)))
        .sum();
  }

  private static IntToDoubleFunction cells(int[] shown, AssociationMatrix matrix) {
    return cell -> matrix.value(shown[cell / shown.length], shown[cell % shown.length]);
  }

  private static void worst(Markup page, List<PairReport.Gap> worst) {
    page.raw(
            "<div class=\"scroll\"><table><thead><tr><th>Pairs that differ most</th><th class=\"num\">Real</th>")
        .raw(
            "<th class=\"num\">Holdout</th><th class=\"num\">Synthetic</th><th class=\"num\">Difference</th></tr></thead><tbody>");
    for (PairReport.Gap gap : worst) {
      page.add(
          "<tr><td>%s × %s</td><td class=\"num\">%.3f</td><td class=\"num\">%.3f</td><td class=\"num\">%.3f</td><td class=\"num\">%+.3f</td></tr>",
          gap.first(),
          gap.second(),
          gap.train(),
          gap.holdout(),
          gap.synthetic(),
          gap.synthetic() - gap.train());
    }
    page.raw("</tbody></table></div>\n");
  }
}
