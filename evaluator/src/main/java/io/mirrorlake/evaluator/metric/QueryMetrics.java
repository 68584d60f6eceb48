package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of answers to queries. */
public final class QueryMetrics {
  /** The mean error of answers. */
  public static final Metric QUERY_ERROR =
      Metric.lower("queryError", "Query error", MetricGroup.QUERY)
          .meaning(
              "Mean relative error of 300 random counts, sums and averages with one to three conditions.",
              "|answer - train's| / max(|train's|, 0.1 % of the rows or one spread), at most 1, over all rows")
          .judged(Rule.way(0.60, 0.10));

  /** The error that one answer in twenty exceeds. */
  public static final Metric QUERY_ERROR_95 =
      Metric.lower("queryError95", "Query error, 95th percentile", MetricGroup.QUERY)
          .meaning(
              "The relative error that one random query in twenty exceeds.",
              "As the query error, over all rows");

  private QueryMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(QUERY_ERROR, QUERY_ERROR_95);
  }
}
