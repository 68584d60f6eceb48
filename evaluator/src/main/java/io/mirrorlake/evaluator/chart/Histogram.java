package io.mirrorlake.evaluator.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Two distributions over the same ordered bins: the real one filled, the synthetic one as a line.
 */
public final class Histogram {
  private static final double WIDTH = 300;
  private static final double HEIGHT = 96;
  private static final double BASE = 82;
  private static final double TOP = 6;
  private static final double MOST = 0.5;

  private Histogram() {}

  /**
   * A bin.
   *
   * @param label where it begins
   * @param real the real share
   * @param synthetic the synthetic share
   */
  public record Bin(String label, double real, double synthetic) {}

  /** The plot of at least one bin. */
  public static Markup of(String title, List<Bin> bins) {
    double top =
        bins.stream().mapToDouble(bin -> Math.max(bin.real, bin.synthetic)).max().orElse(0);
    boolean roots = top > MOST;
    DoubleUnaryOperator height =
        share -> top > 0 ? (BASE - TOP) * (roots ? Math.sqrt(share / top) : share / top) : 0;
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"plot\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEIGHT, title);
    shapes(svg, bins, height);
    hits(svg, bins);
    if (roots) {
      svg.add(
          "<text class=\"tick\" x=\"%.0f\" y=\"12\" text-anchor=\"end\">square-root heights</text>",
          WIDTH);
    }
    return svg.raw(labels(bins)).raw("</svg>");
  }

  private static void shapes(Markup svg, List<Bin> bins, DoubleUnaryOperator height) {
    double step = WIDTH / bins.size();
    Markup line = Markup.of().add("M0 %.1f", BASE);
    for (int i = 0; i < bins.size(); i++) {
      double real = height.applyAsDouble(bins.get(i).real);
      double x = i * step;
      svg.add(
          "<rect class=\"real\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
          x, BASE - real, Math.max(0.5, step - 0.6), real);
      line.add("V%.2fH%.2f", BASE - height.applyAsDouble(bins.get(i).synthetic), x + step);
    }
    svg.add("<path class=\"synthetic-line\" d=\"%sV%.1f\"/>", line, BASE);
    svg.add(
        "<line class=\"axis\" x1=\"0\" x2=\"%.0f\" y1=\"%.1f\" y2=\"%.1f\"/>", WIDTH, BASE, BASE);
  }

  /** Invisible columns over the bins that say their shares. */
  private static void hits(Markup svg, List<Bin> bins) {
    double step = WIDTH / bins.size();
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      svg.add(
          "<rect class=\"hit\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"%.0f\"><title>",
          i * step, step, BASE);
      svg.add(
          "from %s: real %.1f %%, synthetic %.1f %%</title></rect>",
          bin.label, 100 * bin.real, 100 * bin.synthetic);
    }
  }

  private static String labels(List<Bin> bins) {
    Bin last = bins.get(bins.size() - 1);
    Markup labels =
        Markup.of()
            .add(
                "<text class=\"tick\" x=\"0\" y=\"%.0f\">%s</text>", HEIGHT - 2, bins.get(0).label);
    if (bins.size() > 2) {
      int middle = bins.size() / 2;
      labels.add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>",
          (middle + 0.5) * WIDTH / bins.size(), HEIGHT - 2, bins.get(middle).label);
    }
    if (bins.size() > 1) {
      labels.add(
          "<text class=\"tick\" x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\">%s+</text>",
          WIDTH, HEIGHT - 2, last.label);
    }
    return labels.toString();
  }
}
