package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.manifold.EnergyDistance;
import io.mirrorlake.evaluator.manifold.ManifoldScores;
import io.mirrorlake.evaluator.manifold.RankSpace;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MissingMetrics;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.twosample.LogisticDetection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Whole rows as points, in samples of equal size. */
final class PointSection {
  /** Four million distances a table; the standard error of a share is 1 %. */
  private static final int BALL_ROWS = 2000;

  /** Two hundred permutations of as many distances. */
  private static final int ENERGY_ROWS = 500;

  private static final int DETECTION_ROWS = 3000;

  /** With fewer rows balls are as large as the table. */
  private static final int LEAST_ROWS = 200;

  private final Case tables;
  private final Findings synthetic;
  private final Findings holdout;
  private final Findings independent;

  /** What was found of one table. */
  private record Findings(
      ManifoldScores balls, EnergyDistance energy, LogisticDetection detection) {}

  private PointSection(Case tables) {
    this.tables = tables;
    Scene scene = tables.coarse();
    this.synthetic = findings(scene.synthetic());
    this.holdout = findings(scene.holdout());
    this.independent = findings(scene.independent());
  }

  private Findings findings(SampleTable other) {
    SampleTable train = tables.coarse().train();
    RankSpace space = RankSpace.of(train);
    int rows = tables.lineup().rows();
    int balls = Math.min(BALL_ROWS, rows);
    int energy = Math.min(ENERGY_ROWS, rows);
    int detection = Math.min(DETECTION_ROWS, rows);
    return new Findings(
        ManifoldScores.of(space, some("train", train, balls), some("other", other, balls)),
        EnergyDistance.of(
            space, some("train", train, energy), some("other", other, energy), tables.seed()),
        LogisticDetection.of(
            some("train", train, detection), some("other", other, detection), tables.seed()));
  }

  private SampleTable some(String which, SampleTable table, int rows) {
    return Draw.of(tables.seed(), "points " + which).rows(table, rows);
  }

  static Contribution examine(Case tables) {
    List<Metric> metrics =
        List.of(
            JointMetrics.COVERAGE,
            JointMetrics.PRECISION,
            JointMetrics.RECALL,
            JointMetrics.DENSITY,
            MissingMetrics.OUTLIER_COVERAGE,
            JointMetrics.ENERGY_DISTANCE,
            JointMetrics.LOGISTIC_DETECTION);
    if (tables.lineup().rows() < LEAST_ROWS) {
      String why = "needs at least " + LEAST_ROWS + " rows in each table";
      return Contribution.of(
          metrics.stream().map(metric -> Outcome.notComputed(metric, why)).toList(), List.of());
    }
    PointSection points = new PointSection(tables);
    return Contribution.of(points.outcomes(), List.of()).withNotes(points.notes());
  }

  private List<Outcome> outcomes() {
    double deviation = synthetic.energy.nullDeviation();
    return Stream.of(
            outcome(JointMetrics.COVERAGE, 0, all -> all.balls.coverage()),
            outcome(JointMetrics.PRECISION, 0, all -> all.balls.precision()),
            outcome(JointMetrics.RECALL, 0, all -> all.balls.recall()),
            outcome(JointMetrics.DENSITY, 0, all -> all.balls.density()),
            outcome(MissingMetrics.OUTLIER_COVERAGE, 0, all -> all.balls.outlierCoverage()),
            outcome(JointMetrics.ENERGY_DISTANCE, deviation, all -> all.energy.coefficient()),
            outcome(JointMetrics.LOGISTIC_DETECTION, 0, all -> all.detection.score()))
        .toList();
  }

  private Outcome outcome(Metric metric, double error, ToDoubleFunction<Findings> score) {
    return Outcome.measured(
        metric,
        Measurement.of(
            score.applyAsDouble(synthetic),
            error,
            score.applyAsDouble(holdout),
            score.applyAsDouble(independent)));
  }

  private List<String> notes() {
    if (synthetic.energy.chance() >= 0.05) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "Energy distance: dealing the rows to the two tables at random gives %.4f on the average, and as much as"
                + " the synthetic table's %.4f in a share of %.3f only.",
            synthetic.energy.nullMean(),
            synthetic.energy.coefficient(),
            synthetic.energy.chance()));
  }
}
