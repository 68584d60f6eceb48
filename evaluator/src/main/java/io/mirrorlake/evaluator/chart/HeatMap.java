package io.mirrorlake.evaluator.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A square matrix as coloured cells; negative values take another colour than positive ones. */
public final class HeatMap {
  private static final double SIZE = 300;
  private static final double MARGIN = 96;

  /** From here on names are too small to read and are left to the cells' titles. */
  private static final int MAX_NAMED = 24;

  private HeatMap() {}

  /**
   * The plot of a matrix.
   *
   * @param title what it shows
   * @param names the names of rows and columns
   * @param full the absolute value that gets the full colour
   * @param cells the value at {@code row * names + column}
   */
  public static Markup of(
      String title, List<String> names, double full, IntToDoubleFunction cells) {
    int n = names.size();
    double margin = n <= MAX_NAMED ? MARGIN : 4;
    double cell = SIZE / n;
    double extent = SIZE + margin;
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"heat\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                extent, extent, title);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = cells.applyAsDouble(i * n + j);
        svg.add(
            "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill-opacity=\"%.3f\"><title>%s × %s: %.3f</title></rect>",
            value < 0 ? "less" : "more",
            margin + j * cell,
            i * cell,
            cell * 0.96,
            cell * 0.96,
            Math.min(1, Math.abs(value) / full),
            names.get(i),
            names.get(j),
            value);
      }
    }
    if (n <= MAX_NAMED) {
      names(svg, names, cell);
    }
    return svg.raw("</svg>");
  }

  private static void names(Markup svg, List<String> names, double cell) {
    double font = Math.min(10.5, cell * 0.62);
    for (int i = 0; i < names.size(); i++) {
      double middle = (i + 0.5) * cell;
      String name = PairedBars.shortened(names.get(i));
      svg.add(
          "<text class=\"label\" font-size=\"%.1f\" x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          font, MARGIN - 5, middle + font * 0.35, name);
      svg.add(
          "<text class=\"label\" font-size=\"%.1f\" transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"end\">%s</text>",
          font, MARGIN + middle + font * 0.35, SIZE + 6, name);
    }
  }
}
