package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of pairs of columns. */
public final class PairMetrics {
  /** The mean over pairs of the difference of association. */
  public static final Metric ASSOCIATION_ERROR =
      Metric.lower("associationError", "Pair association error", MetricGroup.PAIRS)
          .meaning(
              "Mean difference of all pairs' association from train (Cramer's V, correlation ratio, |Pearson r|).",
              "Bergsma (2013) for Cramer's V without bias; Fisher's correlation ratio; Pearson's r")
          .judged(Rule.way(0.70, 0.25));

  private PairMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(ASSOCIATION_ERROR);
  }
}
