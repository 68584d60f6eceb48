package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.chart.Gauge;
import io.mirrorlake.evaluator.chart.Markup;
import io.mirrorlake.evaluator.metric.Rule;
import java.util.Locale;
import java.util.Optional;

/** How the page writes numbers and verdicts. */
final class PageText {
  private PageText() {}

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value + 0.0);
  }

  /** Small errors with a digit more, so that a ceiling of 0.006 is not one of 0.01. */
  static String score(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.3f", value + 0.0);
  }

  static String score(Optional<Double> value) {
    return value.map(PageText::score).orElse("–");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** The class that colours an element. */
  static String tone(Optional<Verdict> verdict) {
    return verdict.map(ReportJson::text).orElse("none");
  }

  /** A verdict in words and with a sign, so that it needs no colour. */
  static Markup badge(MetricResult result) {
    String sign =
        result
            .verdict()
            .map(
                verdict ->
                    switch (verdict) {
                      case PASS -> "✓ PASS";
                      case WARN -> "! WARN";
                      case FAIL -> "✕ FAIL";
                    })
            .orElse(result.measurement().isEmpty() ? "– NOT COMPUTED" : "– NOT JUDGED");
    return Markup.of().add("<span class=\"badge %s\">%s</span>", tone(result.verdict()), sign);
  }

  static Markup gauge(Measurement measurement) {
    String title =
        "score "
            + score(measurement.score())
            + " between floor "
            + score(measurement.floor())
            + " and ceiling "
            + score(measurement.ceiling());
    return Gauge.of(
        title,
        measurement.score(),
        measurement.floor().orElseThrow(),
        measurement.ceiling().orElseThrow());
  }

  /** Whether floor and ceiling are far enough apart for a line between them to mean something. */
  static boolean hasWay(MetricResult result) {
    return result.metric().rule().kind() == Rule.Kind.WAY
        && result
            .measurement()
            .filter(Measurement::hasWay)
            .filter(one -> Math.abs(one.ceiling().orElseThrow() - one.floor().orElseThrow()) > 0.02)
            .isPresent();
  }

  static String legend() {
    return "<div class=\"legend\"><span><i class=\"r\"></i>real (train)</span>"
        + "<span><i class=\"s\"></i>synthetic</span></div>\n";
  }
}
