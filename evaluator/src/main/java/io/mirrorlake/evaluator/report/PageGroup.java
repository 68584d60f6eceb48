package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.CurvePlot;
import io.mirrorlake.evaluator.chart.HeatMap;
import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.panel.CurvePanel;
import io.mirrorlake.evaluator.panel.MatrixPanel;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import java.util.List;

/** One part of the page: what has a form of its own, then every panel. */
final class PageGroup {
  private PageGroup() {}

  /** Whether there is anything to show. */
  static boolean stands(EvaluationReport report, MetricGroup group) {
    return !report.panels(group).isEmpty() || hasOwnForm(report, group);
  }

  private static boolean hasOwnForm(EvaluationReport report, MetricGroup group) {
    Details details = report.details();
    return switch (group) {
      case COLUMNS -> !details.columns().isEmpty();
      case PAIRS -> details.pairs().isPresent();
      case JOINT -> details.twoSample().isPresent() || details.triples().isPresent();
      case UTILITY -> details.utility().isPresent();
      case PRIVACY -> details.privacy().isPresent();
      default -> false;
    };
  }

  /** The title in a line of links. */
  static String shortTitle(MetricGroup group) {
    String title = group.title();
    return switch (group) {
      case PAIRS -> "Pairs";
      case PRIVACY -> "Privacy";
      case MISSING -> "Missing";
      default -> title;
    };
  }

  static Markup of(EvaluationReport report, MetricGroup group) {
    Markup page = Markup.of();
    if (!stands(report, group)) {
      return page;
    }
    if (hasOwnForm(report, group)) {
      page.raw(ownForm(report, group).toString());
    } else {
      page.add("<h2 id=\"%s\">%s</h2>\n", group.anchor(), group.title());
    }
    report.panels(group).forEach(panel -> panel(page, panel));
    return page;
  }

  private static Markup ownForm(EvaluationReport report, MetricGroup group) {
    Details details = report.details();
    return switch (group) {
      case COLUMNS -> PageColumns.of(details.columns(), report.panels());
      case PAIRS -> PagePairs.of(details.pairs().orElseThrow());
      case JOINT -> PageJoint.of(report);
      case UTILITY -> PageUtility.of(details.utility().orElseThrow());
      case PRIVACY -> PagePrivacy.of(details.privacy().orElseThrow());
      default -> throw new IllegalStateException("group " + group + " has no form of its own");
    };
  }

  private static void panel(Markup page, Panel panel) {
    page.add(
        "<section class=\"panel\" id=\"panel-%s\"><h3>%s</h3>\n<p class=\"soft small\">%s</p>\n",
        panel.label().key(), panel.label().title(), panel.label().note());
    if (panel instanceof TablePanel table) {
      PageTable.of(page, table);
    } else if (panel instanceof MatrixPanel matrix) {
      matrices(page, matrix);
    } else if (panel instanceof CurvePanel curves) {
      curves(page, curves);
    }
    page.raw("</section>\n");
  }

  private static void matrices(Markup page, MatrixPanel matrix) {
    page.raw("<div class=\"three\">");
    for (MatrixPanel.Layer layer : matrix.layers()) {
      page.add(
          "<figure class=\"card\" style=\"margin:0\"><h3>%s</h3>%s</figure>",
          layer.title(),
          HeatMap.of(layer.title(), matrix.names(), layer.full(), i -> layer.cells().get(i)));
    }
    page.raw("</div>\n");
  }

  private static void curves(Markup page, CurvePanel panel) {
    List<CurvePlot.Series> series =
        panel.curves().stream()
            .map(
                curve ->
                    new CurvePlot.Series(
                        curve.title(),
                        curve.points().stream()
                            .map(point -> new CurvePlot.Point(point.x(), point.y()))
                            .toList()))
            .toList();
    page.add(
        "<figure class=\"card\" style=\"margin:0\">%s</figure>\n",
        CurvePlot.of(
            panel.label().title(),
            new CurvePlot.Axes(panel.horizontal(), panel.vertical()),
            series));
  }
}
