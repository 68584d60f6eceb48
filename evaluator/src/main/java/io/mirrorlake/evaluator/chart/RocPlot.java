package io.mirrorlake.evaluator.chart;

import java.util.List;

/** A receiver operating characteristic beside the diagonal of chance. */
public final class RocPlot {
  private static final double SIZE = 240;
  private static final double LEFT = 34;

  private RocPlot() {}

  /**
   * A point of the curve.
   *
   * @param x the false positive rate
   * @param y the true positive rate
   */
  public record Point(double x, double y) {}

  /** The plot of a curve from (0, 0) to (1, 1). */
  public static Markup of(String title, List<Point> points) {
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"roc\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                SIZE + LEFT + 8, SIZE + LEFT, title);
    svg.add(
        "<rect class=\"frame\" x=\"%.0f\" y=\"4\" width=\"%.0f\" height=\"%.0f\"/>",
        LEFT, SIZE, SIZE);
    svg.add(
        "<line class=\"chance\" x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"4\"/>",
        LEFT, 4 + SIZE, LEFT + SIZE);
    Markup area = Markup.of().add("M%.1f %.1f", LEFT, 4 + SIZE);
    for (Point point : points) {
      area.add("L%.1f %.1f", LEFT + point.x * SIZE, 4 + (1 - point.y) * SIZE);
    }
    svg.raw(
        "<path class=\"curve-area\" d=\""
            + area
            + "L"
            + (int) (LEFT + SIZE)
            + " "
            + (int) (4 + SIZE)
            + "Z\"/>");
    svg.raw("<path class=\"curve\" d=\"" + area + "\"/>");
    svg.add(
        "<text class=\"tick\" x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">false positive rate</text>",
        LEFT + SIZE / 2, SIZE + 22);
    svg.add(
        "<text class=\"tick\" transform=\"translate(12 %.0f) rotate(-90)\" text-anchor=\"middle\">true positive rate</text>",
        SIZE / 2);
    for (double tick : new double[] {0, 0.5, 1}) {
      svg.add(
          "<text class=\"tick\" x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>",
          LEFT - 4, 8 + (1 - tick) * SIZE, tick);
    }
    return svg.raw("</svg>");
  }
}
