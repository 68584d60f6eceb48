package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of rows that follow each other. */
public final class SequenceMetrics {
  private SequenceMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of();
  }
}
