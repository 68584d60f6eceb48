package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of tables that refer to each other. */
public final class RelationMetrics {
  /** Rows that break a key. */
  public static final Metric KEY_VIOLATIONS =
      Metric.lower("keyViolations", "Broken keys", MetricGroup.RELATIONS)
          .meaning(
              "Share of rows, counted over all, that repeat or lack a primary key, or refer to a row that is not there.",
              "Anti-join and count of distinct keys at full scale")
          .judged(Rule.limit(0, 0));

  /** The shape of the numbers of children. */
  public static final Metric FAN_OUT_DISTANCE =
      Metric.lower("fanOutDistance", "Fan-out distance", MetricGroup.RELATIONS)
          .meaning(
              "Mean over references of the Kolmogorov-Smirnov distance between the numbers of children of real and of synthetic parents, childless ones included.",
              "Ceiling: bootstrap samples of the real parents; floor: children dealt at random (Poisson)")
          .judged(Rule.distance(0.02, 0.10));

  /** How hot the hot keys are. */
  public static final Metric HOT_KEY_ERROR =
      Metric.lower("hotKeyError", "Hot-key error", MetricGroup.RELATIONS)
          .meaning(
              "Mean over references of the difference between the Gini coefficients of children among parents.",
              "Gini (1912); the Lorenz curves are in the report")
          .judged(Rule.distance(0.03, 0.10));

  /** Whether children follow their parents. */
  public static final Metric PARENT_CHILD_ERROR =
      Metric.lower("parentChildError", "Parent-child association error", MetricGroup.RELATIONS)
          .meaning(
              "Mean difference of the associations between each column of the parents and each of the children.",
              "Associations as in associationError; ceiling: other real families; floor: children dealt at random")
          .judged(Rule.way(0.70, 0.25));

  /** Whether children follow their grandparents. */
  public static final Metric GRANDPARENT_ERROR =
      Metric.lower("grandparentError", "Grandparent association error", MetricGroup.RELATIONS)
          .meaning(
              "The same between columns of the grandparents and of the children.",
              "As parentChildError")
          .judged(Rule.way(0.60, 0.15));

  /** Whether siblings are alike. */
  public static final Metric SIBLING_ERROR =
      Metric.lower("siblingError", "Sibling similarity error", MetricGroup.RELATIONS)
          .meaning(
              "Mean difference of the share of a child column's variance that lies between families (eta squared; tau for labels).",
              "Fisher's correlation ratio squared; Goodman and Kruskal (1954)")
          .judged(Rule.way(0.60, 0.15));

  /** Whether whole families can be told from real ones. */
  public static final Metric JOINED_AUC =
      Metric.lower("joinedAuc", "Joined two-sample AUC", MetricGroup.RELATIONS)
          .meaning(
              "Mean over references of the area under the curve of boosted trees that tell real from synthetic parents, each joined with count, means, spreads, ends and distinct counts of its children.",
              "C2ST, Lopez-Paz and Oquab (2017), on joined aggregates")
          .judged(Rule.way(0.50, 0.05));

  private RelationMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        KEY_VIOLATIONS,
        FAN_OUT_DISTANCE,
        HOT_KEY_ERROR,
        PARENT_CHILD_ERROR,
        GRANDPARENT_ERROR,
        SIBLING_ERROR,
        JOINED_AUC);
  }
}
