package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of synthetic rows that are copies of real ones, or nearly so. */
public final class PrivacyMetrics {
  /** The share of synthetic rows nearer to train than to the holdout. */
  public static final Metric NEAREST_TRAIN_SHARE =
      Metric.lower("nearestTrainShare", "Nearest-to-train share", MetricGroup.PRIVACY)
          .meaning(
              "Share of synthetic rows nearer to a training row than to any of equally many holdout rows; 0.5 is no leak.",
              "DCR share with ties counted half, in Gower's (1971) distance; error by real record")
          .judged(Rule.excess(0.5, 0.02, 0.05))
          .withAlarm();

  /** The same along the half of the columns where it is the most suspicious. */
  public static final Metric WORST_SUBSET_SHARE =
      Metric.lower("worstSubsetShare", "Nearest-to-train share, worst columns", MetricGroup.PRIVACY)
          .meaning(
              "The nearest-to-train share along that of up to 16 random halves of the columns where it exceeds 0.5 most clearly.",
              "Maximum over column subsets, with Bonferroni's correction")
          .judged(Rule.excess(0.5, 0.02, 0.05))
          .withAlarm();

  /** The share of copies of training rows that chance does not explain. */
  public static final Metric DUPLICATE_EXCESS =
      Metric.lower("duplicateExcess", "Excess of exact copies", MetricGroup.PRIVACY)
          .meaning(
              "Share of synthetic rows that copy a training row, less the share that copies one of equally many holdout rows.",
              "Identical match share, less its control")
          .judged(Rule.excess(0, 0.001, 0.01))
          .withAlarm();

  /** The share of near copies of training rows that chance does not explain. */
  public static final Metric NEAR_COPY_EXCESS =
      Metric.lower("nearCopyExcess", "Excess of near copies", MetricGroup.PRIVACY)
          .meaning(
              "Share of synthetic rows as near to a training row as one in a hundred unseen real rows is, less the share so near to a holdout row.",
              "Close match share, less its control")
          .judged(Rule.excess(0, 0.005, 0.02))
          .withAlarm();

  /** The 5th percentile of the distance to the closest training row. */
  public static final Metric CLOSEST_RECORD_FIFTH =
      Metric.higher(
              "closestRecordFifth", "Closest training row, 5th percentile", MetricGroup.PRIVACY)
          .meaning(
              "Distance to the closest training row that one in twenty synthetic rows stays below; the ceiling is that of unseen real rows.",
              "DCR, 5th percentile")
          .in("columns");

  /** The 5th percentile of the ratio of the nearest to the second nearest distance. */
  public static final Metric NEIGHBOUR_RATIO_FIFTH =
      Metric.higher(
              "neighbourRatioFifth",
              "Neighbour distance ratio, 5th percentile",
              MetricGroup.PRIVACY)
          .meaning(
              "Distance to the closest training row over that to the second closest, below which one in twenty synthetic rows stays.",
              "NNDR, 5th percentile");

  /** A score of others, whose fault the page names. */
  public static final Metric BASELINE_PROTECTION =
      Metric.higher(
              "baselineProtection",
              "Baseline protection (as others compute it)",
              MetricGroup.PRIVACY)
          .meaning(
              "For comparison only: median distance to train over that of uniformly random rows. Punishes fidelity: unseen real rows score low too (ceiling).",
              "SDMetrics DCRBaselineProtection");

  /** A score of others, whose fault the page names. */
  public static final Metric OVERFITTING_PROTECTION =
      Metric.higher(
              "overfittingProtection",
              "Overfitting protection (as others compute it)",
              MetricGroup.PRIVACY)
          .meaning(
              "For comparison only: twice the share of synthetic rows not nearer to train, at most 1. Ties count one way, which hides copies of common rows.",
              "SDMetrics DCROverfittingProtection");

  private PrivacyMetrics() {}

  /** Those found by one search of nearest records. */
  public static List<Metric> ofCopies() {
    return List.of(
        NEAREST_TRAIN_SHARE,
        DUPLICATE_EXCESS,
        NEAR_COPY_EXCESS,
        CLOSEST_RECORD_FIFTH,
        NEIGHBOUR_RATIO_FIFTH,
        BASELINE_PROTECTION,
        OVERFITTING_PROTECTION);
  }

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        NEAREST_TRAIN_SHARE,
        WORST_SUBSET_SHARE,
        DUPLICATE_EXCESS,
        NEAR_COPY_EXCESS,
        CLOSEST_RECORD_FIFTH,
        NEIGHBOUR_RATIO_FIFTH,
        BASELINE_PROTECTION,
        OVERFITTING_PROTECTION);
  }
}
