package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.privacy.GowerSpace;
import io.mirrorlake.evaluator.privacy.NearestCounts;
import io.mirrorlake.evaluator.privacy.NearestEngine;
import io.mirrorlake.evaluator.privacy.Points;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.PrivacyReport;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * Copies and near copies. Synthetic rows are probes between equally many rows of train and of the
 * holdout. For the ceiling a part of the holdout steps into the synthetic table's place and out of
 * the holdout.
 */
final class PrivacySection {
  /** With fewer rows on either side the share has a standard error above 5 points. */
  private static final int MIN_ROWS = 100;

  private final PrivacyReport report;
  private final DuplicateCounts duplicatesCeiling;
  private final DuplicateCounts duplicatesFloor;

  private PrivacySection(
      PrivacyReport report, DuplicateCounts duplicatesCeiling, DuplicateCounts duplicatesFloor) {
    this.report = report;
    this.duplicatesCeiling = duplicatesCeiling;
    this.duplicatesFloor = duplicatesFloor;
  }

  /** The section, or empty where a table is too small. */
  private static Optional<PrivacySection> of(
      Scene scene, Evidence.FullScale fullScale, NearestEngine engine) {
    int rows = Math.min(scene.train().rows(), scene.holdout().rows());
    if (rows < 2 * MIN_ROWS || scene.synthetic().rows() < MIN_ROWS) {
      return Optional.empty();
    }
    Draw draw = Draw.of(scene.seed(), "privacy");
    SampleTable train = draw.rows(scene.train(), rows);
    SampleTable holdout = draw.rows(scene.holdout(), rows);
    int apart = Math.min(scene.options().probes(), rows / 2);
    int[] all = draw.permutation(rows);
    SampleTable stepped = holdout.take(Arrays.copyOf(all, apart));
    SampleTable remaining = holdout.take(Arrays.copyOfRange(all, apart, rows));
    SampleTable thinned = train.take(Arrays.copyOf(all, rows - apart));
    Search search =
        new Search(
            GowerSpace.of(scene.train().append(scene.holdout())), engine, scene.options().probes());
    PrivacyReport report =
        new PrivacyReport(
            rows,
            search.count(draw, scene.synthetic(), train, holdout),
            search.count(draw, stepped, thinned, remaining),
            search.count(draw, scene.independent(), train, holdout),
            fullScale.duplicates(),
            fullScale.allDuplicates());
    return Optional.of(
        new PrivacySection(
            report,
            DuplicateCounts.of(stepped, thinned, remaining),
            DuplicateCounts.of(scene.independent(), train, holdout)));
  }

  static Contribution examine(Case tables) {
    Optional<PrivacySection> section =
        of(tables.scene(), tables.fullScale(), tables.engines().nearest());
    return Contribution.of(
            Outcome.ofNeeding(
                PrivacyMetrics.NEAREST_TRAIN_SHARE,
                section.map(PrivacySection::nearestShare),
                "200 real rows"),
            Outcome.ofNeeding(
                PrivacyMetrics.DUPLICATE_EXCESS,
                section.map(PrivacySection::duplicateExcess),
                "200 real rows"))
        .withDetails(Details.none().withPrivacy(section.map(one -> one.report)));
  }

  private record Search(GowerSpace space, NearestEngine engine, int probes) {
    NearestCounts count(Draw draw, SampleTable table, SampleTable train, SampleTable holdout) {
      Points points = space.place(draw.rows(table, probes));
      return engine.count(points, space.place(train), space.place(holdout));
    }
  }

  /**
   * The share's error has two parts. That of the probes is binomial. That of the real tables: which
   * of the two times n real rows are in train is chance, as many in each; so the variance is a
   * quarter of that of the rows' catchments (the probability to be a probe's nearest row), divided
   * by 2 n. A catchment's squared coefficient of variation is at most 1/2 for many rows (Devroye,
   * Gyorfi, Lugosi and Walk 2017); 1 leaves room for tables with hubs.
   */
  private Measurement nearestShare() {
    NearestCounts counts = report.nearest();
    double share = counts.share();
    return Measurement.of(
        share,
        Math.sqrt(share * (1 - share) * (1.0 / counts.probes() + 0.5 / report.rowsPerTable())),
        report.nearestCeiling().share(),
        report.nearestFloor().share());
  }

  private Measurement duplicateExcess() {
    DuplicateCounts counts = report.duplicates();
    return Measurement.of(
        counts.excess(),
        counts.standardError(),
        duplicatesCeiling.excess(),
        duplicatesFloor.excess());
  }
}
