package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.IntervalPlot;
import io.mirrorlake.evaluator.chart.IntervalPlot.Estimate;
import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.privacy.NearestCounts;
import java.util.List;

/** Copies and near copies. */
final class PagePrivacy {
  private PagePrivacy() {}

  static Markup of(PrivacyReport privacy) {
    Markup page =
        Markup.of()
            .raw(
                "<h2 id=\"privacy\">Privacy smoke tests</h2>\n<p class=\"soft\">These find copying, not every leak: passing them ")
            .raw("is no proof of anonymity and no privacy guarantee.</p>\n<div class=\"two\">");
    page.add(
        "<figure class=\"card\" style=\"margin:0\"><h3>Nearer to train than to the holdout</h3><p class=\"soft small\">Of %s "
            + "synthetic rows against %s rows of each, with 95 %% intervals. At 0.5 nothing leaks.</p>%s</figure>",
        PageText.count(privacy.nearest().probes()),
        PageText.count(privacy.rowsPerTable()),
        IntervalPlot.of(
            "Share nearer to train",
            0.5,
            List.of(
                estimate("synthetic", privacy.nearest()),
                estimate("real (ceiling)", privacy.nearestCeiling()),
                estimate("independent", privacy.nearestFloor()))));
    page.raw(
            "<div class=\"card\"><h3>Exact copies</h3><p class=\"soft small\">Copies of holdout rows are chance: no generator ")
        .raw(
            "should have seen them. Rows that are common by nature are copied alike from both.</p><table><thead><tr><th></th>")
        .raw(
            "<th class=\"num\">of train</th><th class=\"num\">of holdout</th><th class=\"num\">synthetic rows</th></tr></thead><tbody>");
    row(page, "train and holdout equally large", privacy.duplicates());
    row(page, "all rows", privacy.allDuplicates());
    return page.raw("</tbody></table></div></div>\n");
  }

  private static Estimate estimate(String label, NearestCounts counts) {
    return new Estimate(label, counts.interval().low(), counts.share(), counts.interval().high());
  }

  private static void row(Markup page, String name, DuplicateCounts counts) {
    page.add(
        "<tr><td>%s</td><td class=\"num\">%s<br><span class=\"soft small\">%.2f %%</span></td>"
            + "<td class=\"num\">%s<br><span class=\"soft small\">%.2f %%</span></td><td class=\"num\">%s</td></tr>",
        name,
        PageText.count(counts.inTrain()),
        100 * counts.trainShare(),
        PageText.count(counts.inHoldout()),
        100 * counts.holdoutShare(),
        PageText.count(counts.rows()));
  }
}
