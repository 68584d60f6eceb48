package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.nearest.Points;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.privacy.FamiliarScores;
import io.mirrorlake.evaluator.privacy.NearCopies;
import io.mirrorlake.evaluator.privacy.NearestCounts;
import io.mirrorlake.evaluator.privacy.RecordDistances;
import io.mirrorlake.evaluator.privacy.UniformRows;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.PrivacyReport;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies and near copies. Synthetic rows are probes between equally many rows of train and of the
 * holdout. For the ceiling a part of the holdout steps into the synthetic table's place and out of
 * the holdout.
 */
final class PrivacySection {
  private final Case tables;
  private final Sides sides;
  private final Between synthetic;
  private final Between ceiling;
  private final Between floor;
  private final Between random;

  /** Real rows of the holdout as probes in train. */
  private final Neighbours unseen;

  private final Sides.SteppedOut steppedOut;

  private PrivacySection(Case tables, Sides sides) {
    Scene scene = tables.scene();
    GowerSpace space = sides.space();
    int probes = scene.options().probes();
    Draw draw = Draw.of(scene.seed(), "privacy probes");
    WholeTables whole = sides.whole(tables);
    this.tables = tables;
    this.sides = sides;
    this.steppedOut = sides.stepOut(probes, draw);
    this.synthetic =
        Between.of(space, draw.rows(scene.synthetic(), probes), whole.train(), whole.holdout());
    this.unseen = whole.train().nearest(space, space.place(draw.rows(sides.holdout(), probes)));
    this.ceiling = local(steppedOut.apart(), steppedOut.sides());
    this.floor = local(draw.rows(scene.independent(), probes), sides);
    this.random = local(UniformRows.of(scene.train(), probes, draw), sides);
  }

  static Contribution examine(Case tables) {
    Optional<PrivacySection> section =
        Sides.of(tables.scene()).map(sides -> new PrivacySection(tables, sides));
    List<Outcome> outcomes = new ArrayList<>();
    PrivacyMetrics.ofCopies()
        .forEach(
            metric ->
                outcomes.add(
                    Outcome.ofNeeding(
                        metric, section.map(one -> one.measurement(metric.key())), Sides.NEEDED)));
    return Contribution.of(outcomes, section.map(PrivacySection::panel).stream().toList())
        .withDetails(Details.none().withPrivacy(section.map(PrivacySection::report)));
  }

  /**
   * The neighbours of some rows in train and in the holdout.
   *
   * @param inTrain the neighbours in train
   * @param inHoldout the neighbours in the holdout
   */
  record Between(Neighbours inTrain, Neighbours inHoldout) {
    static Between of(GowerSpace space, SampleTable rows, Records train, Records holdout) {
      Points probes = space.place(rows);
      return new Between(train.nearest(space, probes), holdout.nearest(space, probes));
    }

    NearestCounts counts() {
      return NearestCounts.of(inTrain, inHoldout);
    }

    double standardError() {
      return NearestCounts.standardError(inTrain, inHoldout);
    }

    RecordDistances toTrain() {
      return RecordDistances.of(inTrain);
    }

    RecordDistances toHoldout() {
      return RecordDistances.of(inHoldout);
    }
  }

  private static Between local(SampleTable rows, Sides sides) {
    return Between.of(sides.space(), rows, Records.of(sides.train()), Records.of(sides.holdout()));
  }

  private PrivacyReport report() {
    return new PrivacyReport(
        sides.rows(),
        synthetic.counts(),
        ceiling.counts(),
        floor.counts(),
        tables.fullScale().duplicates(),
        tables.fullScale().allDuplicates());
  }

  private Measurement measurement(String key) {
    return switch (key) {
      case "nearestTrainShare" ->
          Measurement.of(
              synthetic.counts().share(),
              synthetic.standardError(),
              ceiling.counts().share(),
              floor.counts().share());
      case "duplicateExcess" -> duplicateExcess();
      case "nearCopyExcess" -> nearCopyExcess();
      case "closestRecordFifth" ->
          distances(synthetic.toTrain().closestFifth(), RecordDistances.of(unseen).closestFifth())
              .withFloor(floor.toTrain().closestFifth());
      case "neighbourRatioFifth" ->
          distances(synthetic.toTrain().ratioFifth(), RecordDistances.of(unseen).ratioFifth())
              .withFloor(floor.toTrain().ratioFifth());
      case "baselineProtection" ->
          distances(
                  familiar(synthetic).baselineProtection(), familiar(ceiling).baselineProtection())
              .withFloor(familiar(floor).baselineProtection());
      case "overfittingProtection" ->
          distances(
                  familiar(synthetic).overfittingProtection(),
                  familiar(ceiling).overfittingProtection())
              .withFloor(familiar(floor).overfittingProtection());
      default -> throw new IllegalStateException("metric " + key + " is not one of copies");
    };
  }

  private static Measurement distances(double score, double ceiling) {
    return Measurement.of(score, 0).withCeiling(ceiling);
  }

  private FamiliarScores familiar(Between rows) {
    return FamiliarScores.of(rows.toTrain(), random.toTrain(), rows.counts());
  }

  private Measurement duplicateExcess() {
    DuplicateCounts counts = tables.fullScale().duplicates();
    Sides rest = steppedOut.sides();
    return Measurement.of(
        counts.excess(),
        counts.standardError(),
        DuplicateCounts.of(steppedOut.apart(), rest.train(), rest.holdout()).excess(),
        DuplicateCounts.of(tables.scene().independent(), sides.train(), sides.holdout()).excess());
  }

  private Measurement nearCopyExcess() {
    DuplicateCounts counts = nearCopies(synthetic).counts();
    return Measurement.of(
        counts.excess(),
        counts.standardError(),
        nearCopies(ceiling).counts().excess(),
        nearCopies(floor).counts().excess());
  }

  private NearCopies nearCopies(Between rows) {
    return NearCopies.of(rows.inTrain(), rows.inHoldout(), unseen);
  }

  private Panel panel() {
    return PrivacyPanels.distances(
        nearCopies(synthetic).threshold(),
        List.of(
            new PrivacyPanels.Line("synthetic rows to train", synthetic.toTrain()),
            new PrivacyPanels.Line("synthetic rows to the holdout", synthetic.toHoldout()),
            new PrivacyPanels.Line("holdout rows to train", RecordDistances.of(unseen)),
            new PrivacyPanels.Line("shuffled columns to train", floor.toTrain()),
            new PrivacyPanels.Line("uniform random rows to train", random.toTrain())));
  }
}
