package io.mirrorlake.evaluator.chart;

import java.util.List;

/**
 * Estimates with their intervals on one axis, beside a line for the value that says nothing is
 * wrong.
 */
public final class IntervalPlot {
  private static final double WIDTH = 420;
  private static final double LABELS = 120;
  private static final double ROW = 26;

  private IntervalPlot() {}

  /**
   * An estimate.
   *
   * @param label what is estimated
   * @param low the lower end of its interval
   * @param value the estimate
   * @param high the upper end
   */
  public record Estimate(String label, double low, double value, double high) {}

  /** The plot of estimates between 0 and 1 around a neutral value. */
  public static Markup of(String title, double neutral, List<Estimate> estimates) {
    double half = 0.05;
    for (Estimate estimate : estimates) {
      half = Math.max(half, 1.1 * Math.max(estimate.high - neutral, neutral - estimate.low));
    }
    half = Math.min(0.5, half);
    double height = estimates.size() * ROW + 24;
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"intervals\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                WIDTH, height, title);
    svg.add(
        "<line class=\"chance\" x1=\"%.1f\" x2=\"%.1f\" y1=\"2\" y2=\"%.0f\"/>",
        place(neutral, neutral, half), place(neutral, neutral, half), height - 18);
    for (int i = 0; i < estimates.size(); i++) {
      Estimate estimate = estimates.get(i);
      double y = i * ROW + 16;
      svg.add(
          "<g class=\"%s\"><title>%s: %.3f (%.3f to %.3f)</title>",
          i == 0 ? "first" : "other", estimate.label, estimate.value, estimate.low, estimate.high);
      svg.add(
          "<text class=\"label\" x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LABELS - 8, y + 4, estimate.label);
      svg.add(
          "<line class=\"whisker\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
          place(estimate.low, neutral, half), place(estimate.high, neutral, half), y, y);
      svg.add(
          "<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/></g>",
          place(estimate.value, neutral, half), y);
    }
    for (double tick : new double[] {neutral - half, neutral, neutral + half}) {
      svg.add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\">%.2f</text>",
          place(tick, neutral, half), height - 4, tick);
    }
    return svg.raw("</svg>");
  }

  private static double place(double value, double neutral, double half) {
    double way = (value - neutral + half) / (2 * half);
    return LABELS + Math.max(0, Math.min(1, way)) * (WIDTH - LABELS - 18);
  }
}
