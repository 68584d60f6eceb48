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

  /** The mean over number columns of one minus the Kolmogorov-Smirnov distance. */
  public static final Metric KS_COMPLEMENT =
      Metric.higher("ksComplement", "KS complement", MetricGroup.COLUMNS)
          .meaning(
              "Mean over number and time columns of one minus the largest difference of the distribution functions.",
              "KSComplement of Synthetic Data Metrics, over all rows, exact to 1 in 2,000");

  /** The mean over label columns of one minus the total variation distance. */
  public static final Metric TV_COMPLEMENT =
      Metric.higher("tvComplement", "TV complement", MetricGroup.COLUMNS)
          .meaning(
              "Mean over label columns of one minus the total variation distance.",
              "TVComplement of Synthetic Data Metrics, over all rows");

  /** The mean over columns of the Jensen-Shannon distance. */
  public static final Metric JENSEN_SHANNON =
      Metric.lower("jensenShannon", "Jensen-Shannon distance", MetricGroup.COLUMNS)
          .meaning(
              "Mean over columns of the Jensen-Shannon distance over labels, or over bins of equal real mass.",
              "Endres and Schindelin (2003), base 2, over all rows");

  /** The mean over number columns of Wasserstein's distance. */
  public static final Metric WASSERSTEIN =
      Metric.lower("wasserstein", "Wasserstein distance", MetricGroup.COLUMNS)
          .meaning(
              "Mean over number columns of Wasserstein's distance of order one; 1 is as far as the median alone would be.",
              "Earth mover's distance, divided by train's mean distance from its median, at most 10 a column, over all rows")
          .in("spreads")
          .judged(Rule.distance(0.05, 0.25));

  /** The mean over number columns of the gaps of extreme percentiles. */
  public static final Metric TAIL_ERROR =
      Metric.lower("tailError", "Tail percentile error", MetricGroup.COLUMNS)
          .meaning(
              "Mean over number columns of the gaps of the percentiles 1, 5, 95, 99 and 99.9.",
              "|quantile difference| divided by train's mean distance from its median, at most 10, over all rows")
          .in("spreads");

  /** The mean over number columns of the share of the range that is reached. */
  public static final Metric RANGE_COVERAGE =
      Metric.higher("rangeCoverage", "Range coverage", MetricGroup.COLUMNS)
          .meaning(
              "Mean over number columns of the share of train's range, from least to greatest value, that is reached.",
              "RangeCoverage of Synthetic Data Metrics; decided by two values, so see tailLoss for its sound version");

  /** The mean over label columns of the share of labels that occur. */
  public static final Metric CATEGORY_COVERAGE =
      Metric.higher("categoryCoverage", "Category coverage", MetricGroup.COLUMNS)
          .meaning(
              "Mean over label columns of the share of train's labels that occur.",
              "CategoryCoverage of Synthetic Data Metrics, over all rows; grows with the number of rows");

  /** The mean over number columns of the share of values inside train's range. */
  public static final Metric BOUNDARY_ADHERENCE =
      Metric.higher("boundaryAdherence", "Boundary adherence", MetricGroup.COLUMNS)
          .meaning(
              "Mean over number columns of the share of values within train's least and greatest.",
              "BoundaryAdherence of Synthetic Data Metrics, over all rows")
          .judged(Rule.distance(0.01, 0.10));

  /** The mean over label columns of the share of values that train has. */
  public static final Metric CATEGORY_ADHERENCE =
      Metric.higher("categoryAdherence", "Category adherence", MetricGroup.COLUMNS)
          .meaning(
              "Mean over label columns of the share of values whose label occurs in train.",
              "CategoryAdherence of Synthetic Data Metrics, over all rows")
          .judged(Rule.distance(0.01, 0.10));

  /** The mean over number columns with a grid of the share of values on it. */
  public static final Metric GRID_ADHERENCE =
      Metric.higher("gridAdherence", "Grid adherence", MetricGroup.COLUMNS)
          .meaning(
              "Mean over columns of whole numbers, decimals or steps of the share of values on the real values' grid.",
              "The grid is the greatest common step of the real values, with up to six decimals, over all rows")
          .judged(Rule.distance(0.01, 0.10));

  /** The mean over columns of how far the entropy is from train's. */
  public static final Metric ENTROPY_ERROR =
      Metric.lower("entropyError", "Entropy error", MetricGroup.COLUMNS)
          .meaning(
              "Mean over columns of |1 - entropy / train's entropy|: a collapse to few values shows here.",
              "Shannon's entropy of labels, or of bins of equal real mass, over all rows; at most 1 a column")
          .judged(Rule.distance(0.03, 0.15));

  /** The mean over columns of how far the number of different values is from train's. */
  public static final Metric DISTINCT_ERROR =
      Metric.lower("distinctError", "Distinct count error", MetricGroup.COLUMNS)
          .meaning(
              "Mean over columns of |1 - different values / train's different values|, in equally many rows.",
              "Counted in samples of equal size, as the count grows with the rows; at most 1 a column");

  private ColumnMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        COLUMN_ERROR,
        MISSINGNESS_ERROR,
        WASSERSTEIN,
        BOUNDARY_ADHERENCE,
        CATEGORY_ADHERENCE,
        GRID_ADHERENCE,
        ENTROPY_ERROR,
        KS_COMPLEMENT,
        TV_COMPLEMENT,
        JENSEN_SHANNON,
        TAIL_ERROR,
        RANGE_COVERAGE,
        CATEGORY_COVERAGE,
        DISTINCT_ERROR);
  }
}
