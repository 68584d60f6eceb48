package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of attacks on training rows, each against a control group nobody trained on. */
public final class AttackMetrics {
  /** How well training rows are told from others. */
  public static final Metric MEMBERSHIP_AREA =
      Metric.lower("membershipAuc", "Membership inference", MetricGroup.PRIVACY)
          .meaning(
              "Area under the curve of telling training rows from unseen real rows by the density of synthetic rows over that of a reference; 0.5 is no leak.",
              "Density ratio by nearest neighbours, after van Breugel et al. 2023 (DOMIAS)")
          .judged(Rule.excess(0.5, 0.02, 0.05))
          .withAlarm();

  /** How many training rows are told nearly for sure. */
  public static final Metric MEMBERSHIP_TRUE_POSITIVES =
      Metric.lower(
              "membershipTruePositives", "Membership inference, sure finds", MetricGroup.PRIVACY)
          .meaning(
              "Share of training rows found by membership inference when 1 % of unseen rows are accused; 0.01 is no leak.",
              "TPR at 1 % FPR, after Carlini et al. 2022")
          .judged(Rule.excess(0.01, 0.01, 0.03))
          .withAlarm();

  /** How well outliers of train are told from other outliers. */
  public static final Metric OUTLIER_MEMBERSHIP_AREA =
      Metric.lower("outlierMembershipAuc", "Membership inference, outliers", MetricGroup.PRIVACY)
          .meaning(
              "Membership inference on the tenth of the targets that are farthest from the reference; 0.5 is no leak.",
              "As membershipAuc")
          .judged(Rule.excess(0.5, 0.03, 0.08))
          .withAlarm();

  /** Claims on one column. */
  public static final Metric SINGLING_OUT_ONE_COLUMN =
      Metric.lower("singlingOutOneColumn", "Singling out by one column", MetricGroup.PRIVACY)
          .meaning(
              "Share of claims on one column that single out a training row, less the share that single out a row of the control group.",
              "Singling out risk, after Giomi et al. 2023")
          .judged(Rule.excess(0, 0.03, 0.1))
          .withAlarm();

  /** Claims on several columns. */
  public static final Metric SINGLING_OUT_SEVERAL_COLUMNS =
      Metric.lower(
              "singlingOutSeveralColumns", "Singling out by several columns", MetricGroup.PRIVACY)
          .meaning(
              "Share of claims on several columns that single out a training row, less the share that single out a row of the control group.",
              "Singling out risk, after Giomi et al. 2023")
          .judged(Rule.excess(0, 0.03, 0.1))
          .withAlarm();

  /** Two halves of a record brought together. */
  public static final Metric LINKABILITY =
      Metric.lower("linkability", "Linkability", MetricGroup.PRIVACY)
          .meaning(
              "Share of training rows whose two halves of the columns have the same nearest synthetic row, less the share in the control group.",
              "Linkability risk, after Giomi et al. 2023")
          .judged(Rule.excess(0, 0.03, 0.1))
          .withAlarm();

  /** One column inferred from the others. */
  public static final Metric ATTRIBUTE_INFERENCE =
      Metric.lower("attributeInference", "Attribute inference, worst column", MetricGroup.PRIVACY)
          .meaning(
              "Share of training rows whose secret is inferred from their other columns, less the share in the control group, for the column where that is clearest.",
              "Inference risk, after Giomi et al. 2023; Bonferroni's correction over columns")
          .judged(Rule.excess(0, 0.03, 0.1))
          .withAlarm();

  /** A score of others, whose fault the page names. */
  public static final Metric CATEGORICAL_CAP =
      Metric.higher("categoricalCap", "CategoricalCAP (as others compute it)", MetricGroup.PRIVACY)
          .meaning(
              "For comparison only: mean failure of inferring a label from all other labels. Has no control group: patterns of the population count as leaks (ceiling).",
              "SDMetrics CategoricalCAP, after Elliot 2014");

  private AttackMetrics() {}

  /** Those of membership inference. */
  public static List<Metric> ofMembership() {
    return List.of(MEMBERSHIP_AREA, MEMBERSHIP_TRUE_POSITIVES, OUTLIER_MEMBERSHIP_AREA);
  }

  /** Those of the other attacks. */
  public static List<Metric> ofAttacks() {
    return List.of(
        SINGLING_OUT_ONE_COLUMN,
        SINGLING_OUT_SEVERAL_COLUMNS,
        LINKABILITY,
        ATTRIBUTE_INFERENCE,
        CATEGORICAL_CAP);
  }

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        MEMBERSHIP_AREA,
        MEMBERSHIP_TRUE_POSITIVES,
        OUTLIER_MEMBERSHIP_AREA,
        SINGLING_OUT_ONE_COLUMN,
        SINGLING_OUT_SEVERAL_COLUMNS,
        LINKABILITY,
        ATTRIBUTE_INFERENCE,
        CATEGORICAL_CAP);
  }
}
