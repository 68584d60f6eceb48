package io.mirrorlake.evaluator.judge;

import static io.mirrorlake.evaluator.score.Interval.NORMAL_95;

import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.Metric;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.evaluator.report.Verdict;
import java.util.Locale;
import java.util.Optional;

/** Turns measurements into verdicts. */
final class VerdictRule {
  /**
   * Where the floor is nearer to the ceiling than this, the real columns hardly depend on each
   * other: the way between the two is then no measure, and the distance from the ceiling is judged
   * instead.
   */
  private static final double SHORT_WAY = 0.02;

  private static final Thresholds.Band SHORT_WAY_BAND = new Thresholds.Band(0.02, 0.05);

  private final Thresholds thresholds;

  VerdictRule(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  MetricResult judge(Metric metric, Measurement measurement) {
    Finding finding =
        switch (metric) {
          case COLUMN_ERROR, MISSINGNESS_ERROR ->
              distance(metric, measurement, thresholds.of(metric));
          case ASSOCIATION_ERROR, TRIPLE_ACCURACY, TWO_SAMPLE_AUC, TRAIN_SYNTHETIC_SCORE ->
              way(metric, measurement);
          case NEAREST_TRAIN_SHARE -> nearest(measurement);
          case DUPLICATE_EXCESS -> duplicates(measurement);
        };
    boolean alarm =
        measurement
            .alarmBound()
            .map(bound -> metric.gain(measurement.score(), bound) > 0)
            .orElse(finding.alarm);
    Verdict verdict = alarm ? finding.verdict.and(Verdict.WARN) : finding.verdict;
    String reason =
        alarm && !finding.alarm
            ? finding.reason
                + "; better than unseen real rows are, beyond sampling error: memorised?"
            : finding.reason;
    return new MetricResult(metric, Optional.of(measurement), Optional.of(verdict), alarm, reason);
  }

  private record Finding(Verdict verdict, String reason, boolean alarm) {
    static Finding of(Verdict verdict, String format, Object... values) {
      return new Finding(verdict, String.format(Locale.ROOT, format, values), false);
    }
  }

  /** Beyond the smaller limit WARN, beyond the larger FAIL. */
  private static Verdict rising(double value, Thresholds.Band band) {
    if (!(value <= band.fail())) {
      return Verdict.FAIL;
    }
    return value <= band.warn() ? Verdict.PASS : Verdict.WARN;
  }

  private static Verdict falling(double value, Thresholds.Band band) {
    return rising(1 - value, new Thresholds.Band(1 - band.warn(), 1 - band.fail()));
  }

  private static Finding distance(Metric metric, Measurement m, Thresholds.Band band) {
    double worse = -metric.gain(m.score(), m.ceiling());
    return worse <= 0
        ? Finding.of(rising(worse, band), "as good as real rows")
        : Finding.of(
            rising(worse, band), "%.4f worse than real rows (limit %s)", worse, limits(band));
  }

  private Finding way(Metric metric, Measurement m) {
    double way = metric.gain(m.ceiling(), m.floor());
    if (!(way >= SHORT_WAY)) {
      Finding finding = distance(metric, m, SHORT_WAY_BAND);
      return Finding.of(
          finding.verdict,
          "%s; independent columns do nearly as well here, so this says little",
          finding.reason);
    }
    Thresholds.Band band = thresholds.of(metric);
    return Finding.of(
        falling(m.recovered(), band),
        "%.0f %% of the way from independent columns to real rows (limit %.0f %%, fails below %.0f %%)",
        Math.rint(100 * m.recovered()) + 0.0,
        100 * band.warn(),
        100 * band.fail());
  }

  private Finding nearest(Measurement m) {
    Thresholds.Band band = thresholds.nearestTrainShare();
    double excess = m.score() - 0.5;
    double error = NORMAL_95 * m.standardError();
    if (excess - error > 0) {
      Verdict verdict = rising(excess, band);
      return new Finding(
          verdict,
          String.format(
              Locale.ROOT,
              "%.1f points nearer to train than chance (limit %s)",
              100 * excess,
              limits(band)),
          verdict != Verdict.PASS);
    }
    if (excess + error < -band.warn()) {
      return Finding.of(
          Verdict.WARN,
          "%.1f points nearer to the holdout than chance: has the generator seen the holdout, or do the sets differ?",
          -100 * excess);
    }
    return Finding.of(
        Verdict.PASS, "no nearer to train than to the holdout, within sampling error");
  }

  private Finding duplicates(Measurement m) {
    Thresholds.Band band = thresholds.duplicateExcess();
    if (!(m.score() - NORMAL_95 * m.standardError() > 0)) {
      return Finding.of(
          Verdict.PASS, "no more copies of training than of holdout rows, within sampling error");
    }
    Verdict verdict = rising(m.score(), band);
    return new Finding(
        verdict,
        String.format(
            Locale.ROOT,
            "%.2f %% of synthetic rows copy a training row beyond chance (limit %s)",
            100 * m.score(),
            limits(band)),
        verdict != Verdict.PASS);
  }

  private static String limits(Thresholds.Band band) {
    return band.warn() + ", fails above " + band.fail();
  }
}
