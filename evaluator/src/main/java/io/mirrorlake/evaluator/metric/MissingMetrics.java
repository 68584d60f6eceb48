package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of what the synthetic table lacks, or has in excess. */
public final class MissingMetrics {
  private MissingMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of();
  }
}
