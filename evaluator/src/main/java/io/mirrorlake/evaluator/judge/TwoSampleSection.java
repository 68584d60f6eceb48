package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.twosample.TwoSampleResult;
import io.mirrorlake.evaluator.twosample.TwoSampleTest;
import java.util.Optional;

/**
 * The two-sample test of the synthetic table, the holdout and independent marginals, each against
 * train.
 */
final class TwoSampleSection {
  /** The area's standard error is about 0.002 then, and more rows only cost time. */
  private static final int MAX_ROWS = 50_000;

  /**
   * Standard errors below 0.5 that raise an alarm. DeLong's error leaves out that of the trees,
   * hence not 2: an honest generator is below by chance in less than 1 of 30,000 evaluations.
   */
  private static final double ALARM_DEVIATIONS = 4;

  private final TwoSampleResult synthetic;
  private final TwoSampleResult ceiling;
  private final TwoSampleResult floor;

  private TwoSampleSection(
      TwoSampleResult synthetic, TwoSampleResult ceiling, TwoSampleResult floor) {
    this.synthetic = synthetic;
    this.ceiling = ceiling;
    this.floor = floor;
  }

  /** The section, or empty where a table is too small. */
  private static Optional<TwoSampleSection> of(Scene coarse) {
    int rows =
        Math.min(
            coarse.train().rows(), Math.min(coarse.holdout().rows(), coarse.synthetic().rows()));
    if (rows < TwoSampleTest.MIN_ROWS) {
      return Optional.empty();
    }
    return Optional.of(
        new TwoSampleSection(
            test(coarse, coarse.synthetic()),
            test(coarse, coarse.holdout()),
            test(coarse, coarse.independent())));
  }

  static Contribution examine(Case tables) {
    Optional<TwoSampleSection> section = of(tables.coarse());
    return Contribution.of(
            Outcome.ofNeeding(
                JointMetrics.TWO_SAMPLE_AUC,
                section.map(TwoSampleSection::auc),
                TwoSampleTest.MIN_ROWS + " rows"))
        .withDetails(Details.none().withTwoSample(section.map(one -> one.synthetic)));
  }

  private static TwoSampleResult test(Scene scene, SampleTable other) {
    SampleTable train = Draw.of(scene.seed(), "two-sample train").rows(scene.train(), MAX_ROWS);
    long seed = Draw.seedOf(scene.seed(), "two-sample test");
    return TwoSampleTest.of(
        train,
        Draw.of(scene.seed(), "two-sample table").rows(other, MAX_ROWS),
        BoostingOptions.of(seed));
  }

  private Measurement auc() {
    double error = Math.hypot(synthetic.standardError(), ceiling.standardError());
    return Measurement.of(synthetic.area(), synthetic.standardError(), ceiling.area(), floor.area())
        .withAlarmBound(Math.min(0.5, ceiling.area()) - ALARM_DEVIATIONS * error);
  }
}
