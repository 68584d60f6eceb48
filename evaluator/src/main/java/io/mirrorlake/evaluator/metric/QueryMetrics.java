package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of answers to queries. */
public final class QueryMetrics {
  private QueryMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of();
  }
}
