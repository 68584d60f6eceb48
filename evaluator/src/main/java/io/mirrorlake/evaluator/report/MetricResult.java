package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.metric.Metric;
import java.util.Optional;

/**
 * A metric and what it means.
 *
 * @param metric which
 * @param measurement the scores; empty where the metric could not be computed
 * @param verdict what they mean; empty where the metric could not be computed
 * @param alarm whether the synthetic table is better than only a table with rows of train can be
 * @param reason why the verdict is what it is, or why there is none
 */
public record MetricResult(
    Metric metric,
    Optional<Measurement> measurement,
    Optional<Verdict> verdict,
    boolean alarm,
    String reason) {

  /** A metric that could not be computed. */
  public static MetricResult notComputed(Metric metric, String reason) {
    return new MetricResult(metric, Optional.empty(), Optional.empty(), false, reason);
  }
}
