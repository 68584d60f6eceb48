package io.mirrorlake.evaluator.chart;

import io.mirrorlake.evaluator.sample.ValueText;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Curves over common axes that reach as far as the curves do. */
public final class CurvePlot {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 220;
  private static final double LEFT = 56;
  private static final double TOP = 10;

  private CurvePlot() {}

  /**
   * The axes.
   *
   * @param horizontal the name of the horizontal one
   * @param vertical the name of the vertical one
   */
  public record Axes(String horizontal, String vertical) {}

  /**
   * A curve.
   *
   * @param name what it stands for
   * @param points its points, from left to right
   */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point.
   *
   * @param x where it is on the horizontal axis
   * @param y where it is on the vertical axis
   */
  public record Point(double x, double y) {}

  private record Range(double low, double high) {
    static Range of(List<Series> series, ToDoubleFunction<Point> place) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Series one : series) {
        for (Point point : one.points) {
          low = Math.min(low, place.applyAsDouble(point));
          high = Math.max(high, place.applyAsDouble(point));
        }
      }
      return low < high ? new Range(low, high) : new Range(low - 0.5, low + 0.5);
    }

    double share(double value) {
      return (value - low) / (high - low);
    }

    double at(double share) {
      return low + share * (high - low);
    }
  }

  /** The plot. */
  public static Markup of(String title, Axes axes, List<Series> series) {
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"curves\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                LEFT + WIDTH + 20, TOP + HEIGHT + 40 + 18 * series.size(), title);
    svg.add(
        "<rect class=\"frame\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\"/>",
        LEFT, TOP, WIDTH, HEIGHT);
    if (series.stream().anyMatch(one -> !one.points.isEmpty())) {
      Range across = Range.of(series, Point::x);
      Range up = Range.of(series, Point::y);
      for (int i = 0; i < series.size(); i++) {
        curve(svg, series.get(i), i, across, up);
      }
      ticks(svg, across, up);
    }
    names(svg, axes, series);
    return svg.raw("</svg>");
  }

  private static void curve(Markup svg, Series series, int place, Range across, Range up) {
    Markup path = Markup.of();
    for (Point point : series.points) {
      path.add(
          "%s%.1f %.1f",
          path.toString().isEmpty() ? "M" : "L",
          LEFT + WIDTH * across.share(point.x),
          TOP + HEIGHT * (1 - up.share(point.y)));
    }
    svg.add(
        "<path class=\"curve c%d\" d=\"%s\"><title>%s</title></path>", place, path, series.name);
  }

  private static void ticks(Markup svg, Range across, Range up) {
    for (double share : new double[] {0, 0.5, 1}) {
      svg.add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>",
          LEFT + share * WIDTH, TOP + HEIGHT + 13, ValueText.number(across.at(share)));
      svg.add(
          "<text class=\"tick\" x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 4, TOP + 3 + (1 - share) * HEIGHT, ValueText.number(up.at(share)));
    }
  }

  private static void names(Markup svg, Axes axes, List<Series> series) {
    svg.add(
        "<text class=\"tick\" x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>",
        LEFT + WIDTH / 2, TOP + HEIGHT + 28, axes.horizontal);
    svg.add(
        "<text class=\"tick\" transform=\"translate(11 %.0f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        TOP + HEIGHT / 2, axes.vertical);
    for (int i = 0; i < series.size(); i++) {
      double y = TOP + HEIGHT + 44 + 18 * i;
      svg.add(
          "<path class=\"curve c%d\" d=\"M%.0f %.0fh22\"/><text class=\"label\" x=\"%.0f\" y=\"%.0f\">%s</text>",
          i, LEFT, y, LEFT + 30, y + 4, series.get(i).name);
    }
  }
}
