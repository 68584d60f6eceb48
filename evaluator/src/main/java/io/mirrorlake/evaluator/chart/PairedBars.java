package io.mirrorlake.evaluator.chart;

import java.util.List;
import java.util.Locale;

/** Two distributions over labels: for each label the real share above the synthetic one. */
public final class PairedBars {
  private static final double WIDTH = 300;
  private static final double LABELS = 104;
  private static final double ROW = 15;

  /** Room for a percentage behind the longest bar. */
  private static final double VALUES = 38;

  /** Longer labels would run into the bars; the whole label is in the title. */
  private static final int LABEL_LENGTH = 17;

  private PairedBars() {}

  /** The plot of these bins, one a label. */
  public static Markup of(String title, List<Histogram.Bin> bins) {
    double top =
        bins.stream().mapToDouble(bin -> Math.max(bin.real(), bin.synthetic())).max().orElse(1);
    double scale = top > 0 ? (WIDTH - LABELS - VALUES) / top : 0;
    Markup svg =
        Markup.of()
            .add(
                "<svg class=\"plot\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                WIDTH, bins.size() * ROW + 2, title);
    for (int i = 0; i < bins.size(); i++) {
      Histogram.Bin bin = bins.get(i);
      double y = i * ROW;
      svg.add(
          "<g><title>%s: real %.2f %%, synthetic %.2f %%</title>",
          bin.label(), 100 * bin.real(), 100 * bin.synthetic());
      svg.add(
          "<text class=\"label\" x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LABELS - 6, y + 10.5, shortened(bin.label()));
      svg.add(bar("real"), LABELS, y + 1.5, bin.real() * scale);
      svg.add(bar("synthetic"), LABELS, y + 7.5, bin.synthetic() * scale);
      svg.add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%s</text></g>",
          LABELS + Math.max(bin.real(), bin.synthetic()) * scale + 4,
          y + 10.5,
          percent(bin.synthetic()));
    }
    return svg.raw("</svg>");
  }

  private static String bar(String kind) {
    return "<rect class=\""
        + kind
        + "\" x=\"%.1f\" y=\"%.2f\" width=\"%.2f\" height=\"5.5\" rx=\"1\"/>";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  static String shortened(String label) {
    return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH - 1) + "…";
  }
}
