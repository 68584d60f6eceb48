package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of triples of columns and of whole rows. */
public final class JointMetrics {
  /** One minus the mean distance of 3-way marginals. */
  public static final Metric TRIPLE_ACCURACY =
      Metric.higher("tripleAccuracy", "3-way marginal accuracy", MetricGroup.JOINT)
          .meaning(
              "One minus the mean total variation distance of binned triples of columns from train.",
              "k-marginal score of NIST's challenges, k = 3")
          .judged(Rule.way(0.60, 0.10))
          .withAlarm();

  /** The area under the curve of a classifier of real and synthetic rows. */
  public static final Metric TWO_SAMPLE_AUC =
      Metric.lower("twoSampleAuc", "Two-sample test AUC", MetricGroup.JOINT)
          .meaning(
              "How well boosted trees tell synthetic from training rows: 0.5 not at all, 1 always.",
              "Classifier two-sample test: Lopez-Paz and Oquab (2017); error by DeLong (1988)")
          .judged(Rule.way(0.50, 0.05))
          .withAlarm();

  private JointMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(TRIPLE_ACCURACY, TWO_SAMPLE_AUC);
  }
}
