package io.mirrorlake.evaluator.chart;

/** A score on the line from its floor to its ceiling. */
public final class Gauge {
  private static final double WIDTH = 200;
  private static final double LEFT = 12;
  private static final double LENGTH = WIDTH - 2 * LEFT;

  /** Room beyond either end for scores that lie there. */
  private static final double BEYOND = 0.12;

  private Gauge() {}

  /**
   * The line with the floor at the left, the ceiling at the right, and the score where it stands.
   */
  public static Markup of(String title, double score, double floor, double ceiling) {
    double way = ceiling == floor ? 1 : (score - floor) / (ceiling - floor);
    double shown = Math.max(-BEYOND, Math.min(1 + BEYOND, way));
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"gauge\" viewBox=\"0 0 %.0f 22\" role=\"img\" aria-label=\"%s\"><title>%s</title>",
                WIDTH, title, title);
    svg.add(
        "<line class=\"track\" x1=\"%.1f\" x2=\"%.1f\" y1=\"11\" y2=\"11\"/>", LEFT, LEFT + LENGTH);
    svg.add(
        "<line class=\"reached\" x1=\"%.1f\" x2=\"%.1f\" y1=\"11\" y2=\"11\"/>",
        place(0), place(Math.max(0, Math.min(1, way))));
    svg.add("<line class=\"end\" x1=\"%.1f\" x2=\"%.1f\" y1=\"5\" y2=\"17\"/>", place(0), place(0));
    svg.add("<line class=\"end\" x1=\"%.1f\" x2=\"%.1f\" y1=\"5\" y2=\"17\"/>", place(1), place(1));
    return svg.add("<circle class=\"mark\" cx=\"%.1f\" cy=\"11\" r=\"5\"/></svg>", place(shown));
  }

  private static double place(double way) {
    return LEFT + LENGTH * (BEYOND + way) / (1 + 2 * BEYOND);
  }
}
