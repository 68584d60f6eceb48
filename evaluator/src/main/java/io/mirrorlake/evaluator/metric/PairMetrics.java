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

  /** The mean over pairs of the mass that their combinations share. */
  public static final Metric CONTINGENCY_SIMILARITY =
      Metric.higher("contingencySimilarity", "Contingency similarity", MetricGroup.PAIRS)
          .meaning(
              "Mean over all pairs of one minus the total variation distance of the combinations of their bins.",
              "ContingencySimilarity of Synthetic Data Metrics, with bins of equal real mass shared by all tables, over all rows")
          .judged(Rule.way(0.60, 0.10));

  /** The field's score of correlations. */
  public static final Metric CORRELATION_SIMILARITY =
      Metric.higher("correlationSimilarity", "Correlation similarity", MetricGroup.PAIRS)
          .meaning(
              "Mean over pairs of numbers of one minus half the difference of Pearson's r; weak: independent columns score near 1.",
              "CorrelationSimilarity of Synthetic Data Metrics, over all rows");

  /** The mean over pairs of numbers of the difference of Pearson's r. */
  public static final Metric PEARSON_ERROR =
      Metric.lower("pearsonError", "Pearson error", MetricGroup.PAIRS)
          .meaning(
              "Mean over pairs of numbers of the difference of Pearson's r, with its sign.",
              "Over all rows that have both values");

  /** The mean over pairs of numbers of the difference of rank correlation. */
  public static final Metric SPEARMAN_ERROR =
      Metric.lower("spearmanError", "Spearman error", MetricGroup.PAIRS)
          .meaning(
              "Mean over pairs of numbers of the difference of Spearman's rank correlation, with its sign.",
              "By bins of equal real mass, equal bins sharing their mean rank, over all rows");

  /** The mean over pairs of labels of the difference of Cramer's V. */
  public static final Metric CRAMERS_V_ERROR =
      Metric.lower("cramersVError", "Cramer's V error", MetricGroup.PAIRS)
          .meaning(
              "Mean over pairs of label columns of the difference of Cramer's V.",
              "Bergsma (2013), without bias, over all rows");

  /** The mean over pairs of a number and a label of the difference of the correlation ratio. */
  public static final Metric CORRELATION_RATIO_ERROR =
      Metric.lower("correlationRatioError", "Correlation ratio error", MetricGroup.PAIRS)
          .meaning(
              "Mean over pairs of a number and a label of the difference of the correlation ratio.",
              "Fisher's eta, over all rows");

  /** The mean over pairs of the difference of mutual information. */
  public static final Metric MUTUAL_INFORMATION_ERROR =
      Metric.lower("mutualInformationError", "Mutual information error", MetricGroup.PAIRS)
          .meaning(
              "Mean over all pairs of the difference of normalised mutual information.",
              "Over bins, divided by the mean of the two entropies, over all rows");

  /** The share of independent pairs that are dependent in the synthetic table. */
  public static final Metric SPURIOUS_PAIRS =
      Metric.lower("spuriousPairs", "Spurious associations", MetricGroup.PAIRS)
          .meaning(
              "Share of the pairs that are independent in the real tables and dependent in the synthetic one.",
              "Chi-squared tests on bins at equal numbers of rows, p >= 0.05 in the real and p < 0.0001 in the synthetic table")
          .judged(Rule.distance(0.05, 0.25));

  /** The share of dependent pairs that are independent in the synthetic table. */
  public static final Metric LOST_PAIRS =
      Metric.lower("lostPairs", "Lost associations", MetricGroup.PAIRS)
          .meaning(
              "Share of the pairs that are dependent in the real tables and independent in the synthetic one.",
              "Chi-squared tests on bins at equal numbers of rows, p < 0.0001 in the real and p >= 0.05 in the synthetic table")
          .judged(Rule.distance(0.05, 0.25));

  private PairMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        ASSOCIATION_ERROR,
        CONTINGENCY_SIMILARITY,
        SPURIOUS_PAIRS,
        LOST_PAIRS,
        PEARSON_ERROR,
        SPEARMAN_ERROR,
        CRAMERS_V_ERROR,
        CORRELATION_RATIO_ERROR,
        MUTUAL_INFORMATION_ERROR,
        CORRELATION_SIMILARITY);
  }
}
