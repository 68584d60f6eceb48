package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of what the synthetic rows give away. */
public final class PrivacyMetrics {
  /** The share of synthetic rows nearer to train than to the holdout. */
  public static final Metric NEAREST_TRAIN_SHARE =
      Metric.lower("nearestTrainShare", "Nearest-to-train share", MetricGroup.PRIVACY)
          .meaning(
              "Share of synthetic rows nearer to a training row than to any of equally many holdout rows; 0.5 is no leak.",
              "DCR share with ties counted half, in Gower's (1971) distance, with Wilson's interval")
          .judged(Rule.excess(0.5, 0.02, 0.05))
          .withAlarm();

  /** The share of copies of training rows that chance does not explain. */
  public static final Metric DUPLICATE_EXCESS =
      Metric.lower("duplicateExcess", "Excess of exact copies", MetricGroup.PRIVACY)
          .meaning(
              "Share of synthetic rows that copy a training row, less the share that copies one of equally many holdout rows.",
              "Identical match share, less its control")
          .judged(Rule.excess(0, 0.001, 0.01))
          .withAlarm();

  private PrivacyMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(NEAREST_TRAIN_SHARE, DUPLICATE_EXCESS);
  }
}
