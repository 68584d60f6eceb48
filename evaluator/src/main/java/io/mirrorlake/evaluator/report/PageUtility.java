package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.sample.ValueText;
import io.mirrorlake.evaluator.utility.LearnerScores;
import io.mirrorlake.evaluator.utility.ModelScore;
import io.mirrorlake.evaluator.utility.TrainSyntheticTestReal;

/** Models trained on synthetic rows. */
final class PageUtility {
  private PageUtility() {}

  static Markup of(TrainSyntheticTestReal utility) {
    Markup page =
        Markup.of()
            .add(
                "<h2 id=\"utility\">Utility</h2>\n<p class=\"soft\">Models that predict <b>%s</b>, trained on synthetic rows, on "
                    + "training rows (ceiling) and on independent columns (floor), all tested on the real holdout. Counted is the "
                    + "model that is best when trained on real rows.</p>\n",
                utility.task().target());
    String score = utility.task().scoreName();
    String second = utility.task().secondName();
    page.raw("<div class=\"scroll\"><table><thead><tr><th>Model</th>");
    for (String trained : new String[] {"synthetic", "train", "independent"}) {
      page.add(
          "<th class=\"num\">%s, trained on %s</th><th class=\"num\">%s</th>",
          score, trained, second);
    }
    page.raw("<th>Floor to ceiling</th></tr></thead><tbody>\n");
    for (LearnerScores scores : utility.learners()) {
      boolean best = scores.equals(utility.best());
      page.add(
          "<tr class=\"%s\"><td style=\"white-space:nowrap\">%s%s</td>",
          best ? "best" : "", scores.learner(), best ? " (counted)" : "");
      cells(page, scores.synthetic());
      cells(page, scores.real());
      cells(page, scores.independent());
      Measurement measurement =
          Measurement.of(
              scores.synthetic().score(), 0, scores.real().score(), scores.independent().score());
      page.add("<td>%s</td></tr>\n", PageText.gauge(measurement));
    }
    return page.raw("</tbody></table></div>\n");
  }

  private static void cells(Markup page, ModelScore score) {
    page.add(
        "<td class=\"num\">%.3f <span class=\"soft small\">± %.3f</span></td><td class=\"num soft\">%s</td>",
        score.score(),
        score.standardError(),
        Math.abs(score.second()) < 1
            ? PageText.number(score.second())
            : ValueText.number(score.second()));
  }
}
