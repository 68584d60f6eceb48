package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of what the synthetic table lacks, or has in excess. */
public final class MissingMetrics {
  /** How much of the tails is lost. */
  public static final Metric TAIL_LOSS =
      Metric.lower("tailLoss", "Tails lost or grown", MetricGroup.MISSING)
          .meaning(
              "Mean over number columns of |1 - mass / train's mass| beyond train's percentiles 0.1, 1, 99 and 99.9.",
              "Differences within four standard errors count as none; at most 1 a tail; over all rows")
          .judged(Rule.distance(0.10, 0.40));

  /** How much of the rare labels is lost. */
  public static final Metric RARE_LABEL_LOSS =
      Metric.lower("rareLabelLoss", "Rare labels lost or grown", MetricGroup.MISSING)
          .meaning(
              "Mean over labels below 1 % of |1 - share / train's share|.",
              "Labels of which at least 10 rows are to be expected; differences within four standard errors count as none; over all rows")
          .judged(Rule.distance(0.10, 0.40));

  /** The share of combinations that are lost. */
  public static final Metric LOST_COMBINATIONS =
      Metric.lower("lostCombinations", "Combinations lost", MetricGroup.MISSING)
          .meaning(
              "Share of the combinations of two columns' bins, with at least 10 rows to be expected, that no synthetic row has.",
              "Cells of all pairs' tables, over all rows; by chance 1 in 22,000 at most")
          .judged(Rule.distance(0.01, 0.10));

  /** The share of rows with combinations that train does not have. */
  public static final Metric MADE_UP_COMBINATIONS =
      Metric.lower("madeUpCombinations", "Combinations made up", MetricGroup.MISSING)
          .meaning(
              "Mean over pairs of the share of synthetic rows with a combination of bins that no row of train has.",
              "Cells of all pairs' tables, over all rows; fresh real rows have some too, see the ceiling")
          .judged(Rule.distance(0.005, 0.05));

  /** The share of train's outliers that have a synthetic neighbour. */
  public static final Metric OUTLIER_COVERAGE =
      Metric.higher("outlierCoverage", "Outliers covered", MetricGroup.MISSING)
          .meaning(
              "Share of the twentieth of train's rows that lie most apart which have a synthetic row as near as their fifth neighbour.",
              "Coverage (Naeem et al. 2020) of the rows with the largest balls, in samples of 2,000 rows");

  private MissingMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        TAIL_LOSS, RARE_LABEL_LOSS, LOST_COMBINATIONS, MADE_UP_COMBINATIONS, OUTLIER_COVERAGE);
  }
}
