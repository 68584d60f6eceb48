package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.privacy.ColumnSubsets;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import java.util.List;
import java.util.Optional;

/** Rows that lie nearer to train along some of the columns. */
final class SubsetSection {
  private SubsetSection() {}

  static Contribution examine(Case tables) {
    Scene scene = tables.scene();
    Optional<ColumnSubsets> found =
        scene.train().width() < ColumnSubsets.MIN_WIDTH
            ? Optional.empty()
            : Sides.of(scene).map(sides -> subsets(scene, sides));
    return Contribution.of(
        List.of(
            Outcome.ofNeeding(
                PrivacyMetrics.WORST_SUBSET_SHARE,
                found.map(SubsetSection::measurement),
                ColumnSubsets.MIN_WIDTH + " columns and " + Sides.NEEDED)),
        found.map(one -> PrivacyPanels.subsets(one, scene.train().names())).stream().toList());
  }

  private static ColumnSubsets subsets(Scene scene, Sides sides) {
    Draw draw = Draw.of(scene.seed(), "column subsets");
    return ColumnSubsets.of(
        sides.space().place(draw.rows(scene.synthetic(), scene.options().probes())),
        sides.space().place(sides.train()),
        sides.space().place(sides.holdout()),
        draw);
  }

  private static Measurement measurement(ColumnSubsets subsets) {
    ColumnSubsets.Share worst = subsets.worst();
    return Measurement.of(
        worst.counts().share(),
        ManyTests.standardError(worst.standardError(), subsets.shares().size()));
  }
}
