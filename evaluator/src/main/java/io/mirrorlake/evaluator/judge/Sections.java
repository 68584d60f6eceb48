package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.AttackMetrics;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MissingMetrics;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.metric.QueryMetrics;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import java.util.List;
import java.util.stream.Stream;

/** The parts of an evaluation of one table, in the order in which they are computed. */
final class Sections {
  /** Compared in samples of equal size, with an alarm bound from bootstrap samples. */
  private static final List<Metric> SAMPLED =
      List.of(
          ColumnMetrics.COLUMN_ERROR,
          ColumnMetrics.MISSINGNESS_ERROR,
          PairMetrics.ASSOCIATION_ERROR,
          JointMetrics.TRIPLE_ACCURACY,
          JointMetrics.NIST_SCORE);

  private Sections() {}

  static List<Section> all() {
    return Stream.of(counted(), joint(), utility(), privacy()).flatMap(List::stream).toList();
  }

  private static List<Section> counted() {
    return List.of(
        new Section("comparing columns, pairs and triples", SAMPLED, FidelitySection::examine),
        new Section(
            "comparing columns over all rows",
            ColumnMetrics.all().stream().filter(metric -> !SAMPLED.contains(metric)).toList(),
            ColumnCounts::examine),
        new Section(
            "comparing pairs over all rows",
            PairMetrics.all().stream().filter(metric -> !SAMPLED.contains(metric)).toList(),
            PairCounts::examine),
        new Section("comparing answers to queries", QueryMetrics.all(), QueryCounts::examine),
        new Section(
            "looking for what is missing",
            List.of(
                MissingMetrics.TAIL_LOSS,
                MissingMetrics.RARE_LABEL_LOSS,
                MissingMetrics.LOST_COMBINATIONS,
                MissingMetrics.MADE_UP_COMBINATIONS),
            MissingSection::examine));
  }

  private static List<Section> joint() {
    return List.of(
        new Section(
            "comparing rows as points",
            List.of(
                JointMetrics.COVERAGE,
                JointMetrics.PRECISION,
                JointMetrics.RECALL,
                JointMetrics.DENSITY,
                JointMetrics.ENERGY_DISTANCE,
                JointMetrics.LOGISTIC_DETECTION,
                MissingMetrics.OUTLIER_COVERAGE),
            PointSection::examine),
        new Section("explaining the largest differences", List.of(), ExplanationSection::examine),
        new Section(
            "two-sample test with boosted trees",
            List.of(JointMetrics.TWO_SAMPLE_AUC),
            TwoSampleSection::examine));
  }

  private static List<Section> utility() {
    return List.of(
        new Section(
            "training models on the synthetic rows",
            List.of(UtilityMetrics.TRAIN_SYNTHETIC_SCORE, UtilityMetrics.MODEL_RANKING),
            UtilitySection::examine),
        new Section("comparing what models learn", ModelSection.metrics(), ModelSection::examine));
  }

  private static List<Section> privacy() {
    return List.of(
        new Section(
            "looking for copies and nearest records",
            PrivacyMetrics.ofCopies(),
            PrivacySection::examine),
        new Section(
            "looking for nearest records along some columns",
            List.of(PrivacyMetrics.WORST_SUBSET_SHARE),
            SubsetSection::examine),
        new Section(
            "telling training rows from others",
            AttackMetrics.ofMembership(),
            MembershipSection::examine),
        new Section("attacking training rows", AttackMetrics.ofAttacks(), AttackSection::examine));
  }
}
