package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of models that learn from synthetic rows. */
public final class UtilityMetrics {
  /** How well a model trained on synthetic rows predicts real ones. */
  public static final Metric TRAIN_SYNTHETIC_SCORE =
      Metric.higher("trainSyntheticScore", "Train on synthetic, test on real", MetricGroup.UTILITY)
          .meaning(
              "The score on real holdout rows of a model that learned from synthetic rows alone.",
              "TSTR: Esteban, Hyland and Raetsch (2017); area under the curve or R2")
          .judged(Rule.way(0.80, 0.40))
          .withAlarm();

  private UtilityMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(TRAIN_SYNTHETIC_SCORE);
  }
}
