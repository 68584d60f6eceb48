package io.mirrorlake.evaluator.panel;

import java.util.List;

/**
 * Curves over common axes.
 *
 * @param label what it is
 * @param horizontal the name of the horizontal axis
 * @param vertical the name of the vertical axis
 * @param curves the curves, the synthetic table's first
 */
public record CurvePanel(Label label, String horizontal, String vertical, List<Curve> curves)
    implements Panel {
  public CurvePanel {
    curves = List.copyOf(curves);
  }

  /**
   * One curve.
   *
   * @param key its name in JSON
   * @param title its name for a reader
   * @param points its points, from left to right
   */
  public record Curve(String key, String title, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A point.
   *
   * @param x where it is on the horizontal axis
   * @param y where it is on the vertical axis
   */
  public record Point(double x, double y) {
    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("a curve has no point (" + x + ", " + y + ")");
      }
    }
  }
}
