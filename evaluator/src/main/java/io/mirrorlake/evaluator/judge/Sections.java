package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import java.util.List;

/** The parts of an evaluation of one table, in the order in which they are computed. */
final class Sections {
  private Sections() {}

  static List<Section> all() {
    return List.of(
        new Section(
            "comparing columns, pairs and triples",
            List.of(
                ColumnMetrics.COLUMN_ERROR,
                ColumnMetrics.MISSINGNESS_ERROR,
                PairMetrics.ASSOCIATION_ERROR,
                JointMetrics.TRIPLE_ACCURACY),
            FidelitySection::examine),
        new Section(
            "two-sample test with boosted trees",
            List.of(JointMetrics.TWO_SAMPLE_AUC),
            TwoSampleSection::examine),
        new Section(
            "training models on the synthetic rows",
            List.of(UtilityMetrics.TRAIN_SYNTHETIC_SCORE),
            UtilitySection::examine),
        new Section(
            "looking for copies and nearest records",
            List.of(PrivacyMetrics.NEAREST_TRAIN_SHARE, PrivacyMetrics.DUPLICATE_EXCESS),
            PrivacySection::examine));
  }
}
