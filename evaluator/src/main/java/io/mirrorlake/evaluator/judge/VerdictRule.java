package io.mirrorlake.evaluator.judge;

import static io.mirrorlake.evaluator.score.Interval.NORMAL_95;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.Better;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.evaluator.report.Verdict;
import java.util.Locale;
import java.util.Optional;

/** Turns measurements into verdicts, by each metric's rule. */
final class VerdictRule {
  /**
   * Where the floor is nearer to the ceiling than this, the real columns hardly depend on each
   * other: the way between the two is then no measure, and the distance from the ceiling is judged
   * instead.
   */
  private static final double SHORT_WAY = 0.02;

  private static final Band SHORT_WAY_BAND = new Band(0.02, 0.05);

  /**
   * Standard errors by which an excess must be beyond its neutral value, and a distance beyond the
   * ceiling, for FAIL and for an alarm: without an excess that happens in 1 of 1,000 evaluations.
   * For WARN 1.96 are enough, which happens in 25.
   */
  private static final double NORMAL_999 = 3.09;

  private final Thresholds thresholds;

  VerdictRule(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  MetricResult judge(Outcome outcome) {
    Metric metric = outcome.metric();
    Optional<Band> band = thresholds.of(metric);
    if (outcome.obstacle().isPresent()) {
      return new MetricResult(
          metric, outcome.measurement(), Optional.empty(), false, outcome.obstacle().get());
    }
    Measurement measurement = outcome.measurement().orElseThrow();
    if (band.isEmpty()) {
      return new MetricResult(
          metric, outcome.measurement(), Optional.empty(), false, "for information, not judged");
    }
    Finding finding = finding(metric, measurement, band.get());
    boolean alarm =
        measurement
            .alarmBound()
            .map(bound -> metric.gain(measurement.score(), bound) > 0)
            .orElse(metric.alarmed() && finding.alarm);
    Verdict verdict = alarm ? finding.verdict.and(Verdict.WARN) : finding.verdict;
    String reason =
        alarm && !finding.alarm
            ? finding.reason
                + String.format(
                    Locale.ROOT,
                    "; better than %.4f, which is the best that rows made anew can be expected to score: memorised?",
                    measurement.alarmBound().orElseThrow())
            : finding.reason;
    return new MetricResult(metric, Optional.of(measurement), Optional.of(verdict), alarm, reason);
  }

  private static Finding finding(Metric metric, Measurement measurement, Band band) {
    return switch (metric.rule().kind()) {
      case DISTANCE -> distance(metric, measurement, band);
      case WAY -> way(metric, measurement, band);
      case EXCESS -> excess(metric, measurement, band);
      case LIMIT -> limit(metric, measurement, band);
      case INFORMATION -> throw new IllegalStateException(metric.key() + " is not judged");
    };
  }

  private record Finding(Verdict verdict, String reason, boolean alarm) {
    static Finding of(Verdict verdict, String format, Object... values) {
      return new Finding(verdict, String.format(Locale.ROOT, format, values), false);
    }
  }

  /** Beyond the smaller limit WARN, beyond the larger FAIL. */
  private static Verdict rising(double value, Band band) {
    if (!(value <= band.fail())) {
      return Verdict.FAIL;
    }
    return value <= band.warn() ? Verdict.PASS : Verdict.WARN;
  }

  private static Verdict falling(double value, Band band) {
    return rising(-value, new Band(-band.warn(), -band.fail()));
  }

  private static double end(Metric metric, String name, Optional<Double> end) {
    return end.orElseThrow(
        () -> new IllegalStateException(metric.key() + " is judged by a " + name + " it lacks"));
  }

  private static Finding distance(Metric metric, Measurement m, Band band) {
    double worse = -metric.gain(m.score(), end(metric, "ceiling", m.ceiling()));
    if (worse <= 0) {
      return Finding.of(rising(worse, band), "as good as real rows");
    }
    Verdict verdict = rising(worse, band);
    boolean said = verdict == Verdict.PASS || isCertain(worse, m);
    return Finding.of(
        asFarAsCertain(verdict, worse, m),
        "%.4f worse than real rows%s (limit %s)",
        worse,
        said ? "" : ", which sampling error may explain",
        above(band));
  }

  private static boolean isCertain(double beyond, Measurement m) {
    return beyond > NORMAL_999 * m.standardError();
  }

  /** FAIL only where it is certain, and WARN where chance hardly explains it. */
  private static Verdict asFarAsCertain(Verdict verdict, double beyond, Measurement m) {
    if (verdict == Verdict.PASS || isCertain(beyond, m)) {
      return verdict;
    }
    return beyond > NORMAL_95 * m.standardError() ? Verdict.WARN : Verdict.PASS;
  }

  private static Finding way(Metric metric, Measurement m, Band band) {
    double way = metric.gain(end(metric, "ceiling", m.ceiling()), end(metric, "floor", m.floor()));
    if (!(way >= SHORT_WAY)) {
      Finding finding = distance(metric, m, SHORT_WAY_BAND);
      return Finding.of(
          finding.verdict,
          "%s; independent columns do nearly as well here, so this says little",
          finding.reason);
    }
    return Finding.of(
        falling(m.recovered(), band),
        "%.0f %% of the way from independent columns to real rows (limit %.0f %%, fails below %.0f %%)",
        Math.rint(100 * m.recovered()) + 0.0,
        100 * band.warn(),
        100 * band.fail());
  }

  private static Finding excess(Metric metric, Measurement m, Band band) {
    double neutral = metric.rule().neutral();
    double excess = -metric.gain(m.score(), neutral);
    double error = NORMAL_95 * m.standardError();
    if (excess - error > 0) {
      boolean certain = isCertain(excess, m);
      Verdict verdict = rising(excess, band);
      return new Finding(
          asFarAsCertain(verdict, excess, m),
          String.format(
              Locale.ROOT,
              "%.4f beyond %s, which sampling error %s explain (limit %s)",
              excess,
              neutral,
              certain ? "does not" : "may still",
              above(band)),
          certain && verdict != Verdict.PASS);
    }
    if (excess + error < -band.warn()) {
      // Rows taken from the holdout give nothing of train away.
      return Finding.of(
          Verdict.PASS,
          "%.4f on the other side of %s: has the generator seen the holdout, or do the sets differ?",
          -excess,
          neutral);
    }
    return Finding.of(Verdict.PASS, "not beyond %s, within sampling error", neutral);
  }

  private static Finding limit(Metric metric, Measurement m, Band band) {
    return metric.better() == Better.HIGHER
        ? Finding.of(
            falling(m.score(), band),
            "%.4f, and should be at least %s (fails below %s)",
            m.score(),
            band.warn(),
            band.fail())
        : Finding.of(rising(m.score(), band), "%.4f (limit %s)", m.score(), above(band));
  }

  private static String above(Band band) {
    return band.warn() + ", fails above " + band.fail();
  }
}
