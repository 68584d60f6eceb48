package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of tables that refer to each other. */
public final class RelationMetrics {
  private RelationMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of();
  }
}
