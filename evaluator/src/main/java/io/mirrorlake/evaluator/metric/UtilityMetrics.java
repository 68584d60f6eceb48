package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of models that learn from synthetic rows. */
public final class UtilityMetrics {
  /** How well a model trained on synthetic rows predicts real ones. */
  public static final Metric TRAIN_SYNTHETIC_SCORE =
      Metric.higher("trainSyntheticScore", "Train on synthetic, test on real", MetricGroup.UTILITY)
          .meaning(
              "The score on real holdout rows of a model that learned from synthetic rows alone.",
              "TSTR: Esteban, Hyland and Raetsch (2017); area under the curve or R2")
          .judged(Rule.way(0.80, 0.40))
          .withAlarm();

  /** How much of what real rows teach of any column synthetic ones teach. */
  public static final Metric EVERY_TARGET =
      Metric.higher("everyTarget", "Every column as target", MetricGroup.UTILITY)
          .meaning(
              "Mean over all columns that others predict of the share of that predictive power which synthetic rows teach.",
              "TSTR with boosted trees, (score - nothing) / (real score - nothing), up to 4,000 rows")
          .judged(Rule.distance(0.15, 0.40));

  /** How well a model that learned from real and synthetic rows predicts real ones. */
  public static final Metric AUGMENTED_SCORE =
      Metric.higher("augmentedScore", "Real and synthetic rows together", MetricGroup.UTILITY)
          .meaning(
              "The score of boosted trees that learned from train and the synthetic rows together; the ceiling is train alone.",
              "Area under the curve or R2 on the holdout, up to 20,000 rows of each");

  /** How far predicted probabilities are from true ones. */
  public static final Metric CALIBRATION_ERROR =
      Metric.lower("calibrationError", "Calibration error", MetricGroup.UTILITY)
          .meaning(
              "How far the probabilities of boosted trees from synthetic rows are from what comes true on the holdout.",
              "Expected calibration error (Naeini et al. 2015), ten bins");

  /** Whether the same features matter. */
  public static final Metric IMPORTANCE_AGREEMENT =
      Metric.higher("importanceAgreement", "Agreement of importances", MetricGroup.UTILITY)
          .meaning(
              "Spearman's correlation of the features' importances for models from synthetic and from real rows.",
              "Permutation importance (Breiman 2001) of boosted trees on the holdout");

  /** Whether the same models are better. */
  public static final Metric MODEL_RANKING =
      Metric.higher("modelRanking", "Ranking of models", MetricGroup.UTILITY)
          .meaning(
              "Spearman's correlation of the learners' scores when trained on synthetic and on real rows.",
              "Learners within a standard error of each other change places by chance");

  /** The worst loss in a group of rows. */
  public static final Metric SEGMENT_GAP =
      Metric.lower("segmentGap", "Worst group's loss", MetricGroup.UTILITY)
          .meaning(
              "The largest loss of accuracy, from real to synthetic training rows, in any group of holdout rows.",
              "Groups by the labels of each column with up to 12, with 200 rows at least: fairness groups among them");

  /** The loss in a group that was named. */
  public static final Metric GROUP_GAP =
      Metric.lower("groupGap", "Named group's loss", MetricGroup.UTILITY)
          .meaning(
              "The clearest loss of accuracy, from real to synthetic training rows, in a group of holdout rows that the configuration names, or in two of them together.",
              "Paired by row; Bonferroni's correction over the groups")
          .judged(Rule.excess(0, 0.03, 0.08));

  /** What a model decides on a group that was named. */
  public static final Metric GROUP_SHIFT =
      Metric.lower("groupShift", "Named group's shift", MetricGroup.UTILITY)
          .meaning(
              "The largest change, from real to synthetic training rows, of the rates at which classes are predicted for a named group.",
              "Total variation distance; of two classes, the change of the selection rate (demographic parity)");

  private UtilityMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        TRAIN_SYNTHETIC_SCORE,
        EVERY_TARGET,
        AUGMENTED_SCORE,
        CALIBRATION_ERROR,
        IMPORTANCE_AGREEMENT,
        MODEL_RANKING,
        SEGMENT_GAP,
        GROUP_GAP,
        GROUP_SHIFT);
  }
}
