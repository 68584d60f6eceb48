package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of triples of columns and of whole rows. */
public final class JointMetrics {
  /** One minus the mean distance of 3-way marginals. */
  public static final Metric TRIPLE_ACCURACY =
      Metric.higher("tripleAccuracy", "3-way marginal accuracy", MetricGroup.JOINT)
          .meaning(
              "One minus the mean total variation distance of binned triples of columns from train.",
              "k-marginal score of NIST's challenges, k = 3")
          .judged(Rule.way(0.60, 0.10))
          .withAlarm();

  /** The area under the curve of a classifier of real and synthetic rows. */
  public static final Metric TWO_SAMPLE_AUC =
      Metric.lower("twoSampleAuc", "Two-sample test AUC", MetricGroup.JOINT)
          .meaning(
              "How well boosted trees tell synthetic from training rows: 0.5 not at all, 1 always.",
              "Classifier two-sample test: Lopez-Paz and Oquab (2017); error by DeLong (1988)")
          .judged(Rule.way(0.50, 0.05))
          .withAlarm();

  /** The accuracy of 3-way marginals in NIST's points. */
  public static final Metric NIST_SCORE =
      Metric.higher("nistScore", "NIST k-marginal score", MetricGroup.JOINT)
          .meaning(
              "The 3-way marginal accuracy in points from 0 to 1000.",
              "NIST's differential privacy synthetic data challenge 2018, k = 3, with bins of equal real mass")
          .in("points");

  /** The field's detection score by logistic regression. */
  public static final Metric LOGISTIC_DETECTION =
      Metric.higher("logisticDetection", "Logistic detection", MetricGroup.JOINT)
          .meaning(
              "One minus (2 AUC - 1) of logistic regression; weak: it cannot see dependence, see its floor and the two-sample test.",
              "LogisticDetection of Synthetic Data Metrics, three folds");

  /** The share of synthetic rows among real ones. */
  public static final Metric PRECISION =
      Metric.higher("manifoldPrecision", "Precision", MetricGroup.JOINT)
          .meaning(
              "Share of synthetic rows within the ball of a row of train, which reaches to its fifth neighbour.",
              "Improved precision (Kynkaanniemi et al. 2019), Gower's distance on ranks, 2,000 rows");

  /** The share of real rows among synthetic ones. */
  public static final Metric RECALL =
      Metric.higher("manifoldRecall", "Recall", MetricGroup.JOINT)
          .meaning(
              "Share of train's rows within the ball of a synthetic row, which reaches to its fifth neighbour.",
              "Improved recall (Kynkaanniemi et al. 2019), Gower's distance on ranks, 2,000 rows");

  /** How many real balls a synthetic row lies in. */
  public static final Metric DENSITY =
      Metric.higher("manifoldDensity", "Density", MetricGroup.JOINT)
          .meaning(
              "Mean number of train's balls that a synthetic row lies in, by the number of neighbours; 1 for fresh real rows.",
              "Naeem et al. (2020): precision that one outlier's large ball does not raise");

  /** The share of real balls with a synthetic row. */
  public static final Metric COVERAGE =
      Metric.higher("manifoldCoverage", "Coverage", MetricGroup.JOINT)
          .meaning(
              "Share of train's rows whose ball holds a synthetic row.",
              "Naeem et al. (2020): recall that one odd synthetic row's large ball does not raise")
          .judged(Rule.way(0.50, 0.05));

  /** The energy distance. */
  public static final Metric ENERGY_DISTANCE =
      Metric.lower("energyDistance", "Energy distance", MetricGroup.JOINT)
          .meaning(
              "How much further apart rows of different tables are than rows of one: 0 not at all, 1 wholly.",
              "Energy coefficient of Szekely and Rizzo (2013) in the root of Gower's distance on ranks, 500 rows; error from 200 permutations");

  private JointMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        TRIPLE_ACCURACY,
        TWO_SAMPLE_AUC,
        COVERAGE,
        PRECISION,
        RECALL,
        DENSITY,
        ENERGY_DISTANCE,
        NIST_SCORE,
        LOGISTIC_DETECTION);
  }
}
