package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of each column alone. */
public final class ColumnMetrics {
  /** The mean over columns of one minus the column's similarity. */
  public static final Metric COLUMN_ERROR =
      Metric.lower("columnError", "Column error", MetricGroup.COLUMNS)
          .meaning(
              "Mean distance of each column's distribution from train (Kolmogorov-Smirnov or total variation).",
              "Mean of max |F1 - F2| for numbers and sum |p1 - p2| / 2 for labels; one minus it is the KS or TV complement")
          .judged(Rule.distance(0.03, 0.10));

  /** The mean over columns of the difference of missing shares. */
  public static final Metric MISSINGNESS_ERROR =
      Metric.lower("missingnessError", "Missingness error", MetricGroup.COLUMNS)
          .meaning(
              "Mean difference of the columns' shares of missing values from train.",
              "Mean of |m1 - m2|, counted over all rows")
          .judged(Rule.distance(0.01, 0.05));

  private ColumnMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(COLUMN_ERROR, MISSINGNESS_ERROR);
  }
}
