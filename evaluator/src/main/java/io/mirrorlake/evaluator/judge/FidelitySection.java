package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.fidelity.Triples.Triple;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.report.ColumnReport;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.PairReport;
import io.mirrorlake.evaluator.report.TripleReport;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Columns, pairs and triples against train. */
final class FidelitySection {
  private static final int WORST = 15;

  /** The score that NIST gives equal tables. */
  private static final double NIST_POINTS = 1000;

  private final Scene scene;
  private final FidelityScorer againstTrain;
  private final Scored<FidelityScores> scored;
  private final FidelityScores synthetic;
  private final FidelityScores ceiling;
  private final FidelityScores againstHoldout;

  private FidelitySection(Scene scene, Lineup lineup) {
    this.scene = scene;
    SampleTable real = scene.train().append(scene.holdout());
    this.againstTrain = FidelityScorer.of(scene.train(), real, Scene.COARSE_LABELS, scene.seed());
    this.scored = lineup.score(againstTrain::score);
    this.synthetic = scored.synthetic();
    this.ceiling = scored.ceiling();
    // Against the holdout, the rows of train are as many as the other way round, so the ceiling is
    // the same.
    this.againstHoldout =
        FidelityScorer.of(scene.holdout(), real, Scene.COARSE_LABELS, scene.seed())
            .score(lineup.synthetic());
  }

  static Contribution examine(Case tables) {
    FidelitySection section = new FidelitySection(tables.scene(), tables.lineup());
    int width = tables.scene().train().width();
    Details details =
        new Details(
            section.columns(tables.missing()),
            width < 2 ? Optional.empty() : Optional.of(section.pairs()),
            section.triples(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Contribution.of(
            section.outcome(ColumnMetrics.COLUMN_ERROR, FidelityScores::columnError),
            Outcome.measured(
                ColumnMetrics.MISSINGNESS_ERROR, Evidence.MissingShares.error(tables.missing())),
            width < 2
                ? Outcome.notComputed(
                    PairMetrics.ASSOCIATION_ERROR, "needs at least two columns in each table")
                : section.outcome(PairMetrics.ASSOCIATION_ERROR, FidelityScores::associationError),
            width < 3
                ? Outcome.notComputed(
                    JointMetrics.TRIPLE_ACCURACY, "needs at least three columns in each table")
                : section.outcome(
                    JointMetrics.TRIPLE_ACCURACY, scores -> scores.triples().accuracy()),
            width < 3
                ? Outcome.notComputed(
                    JointMetrics.NIST_SCORE, "needs at least three columns in each table")
                : section.outcome(
                    JointMetrics.NIST_SCORE, scores -> NIST_POINTS * scores.triples().accuracy()))
        .withDetails(details);
  }

  private Outcome outcome(Metric metric, ToDoubleFunction<FidelityScores> score) {
    return Outcome.measured(
        metric,
        scored.measurement(metric, score).withAgainstHoldout(score.applyAsDouble(againstHoldout)));
  }

  List<ColumnReport> columns(List<Evidence.MissingShares> missing) {
    List<ColumnReport> reports = new ArrayList<>();
    for (int c = 0; c < scene.train().width(); c++) {
      SampleColumn train = scene.train().column(c).present();
      SampleColumn made = scene.synthetic().column(c).present();
      Evidence.MissingShares shares = missing.get(c);
      reports.add(
          new ColumnReport(
              train.name(),
              train.measure(),
              synthetic.columns().get(c).shape(),
              ceiling.columns().get(c).shape(),
              new ColumnReport.Shares(shares.train(), shares.holdout(), shares.synthetic()),
              ColumnDetails.bars(train, made),
              ColumnDetails.quantiles(train, made)));
    }
    return reports;
  }

  PairReport pairs() {
    List<String> names = scene.train().names();
    AssociationMatrix train = againstTrain.referenceAssociations();
    List<PairReport.Gap> gaps = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        gaps.add(
            new PairReport.Gap(
                names.get(i),
                names.get(j),
                train.value(i, j),
                ceiling.associations().value(i, j),
                synthetic.associations().value(i, j)));
      }
    }
    gaps.sort(Comparator.comparingDouble(gap -> -gap.error()));
    return new PairReport(
        names, train, synthetic.associations(), gaps.stream().limit(WORST).toList());
  }

  Optional<TripleReport> triples() {
    List<Triple> triples = synthetic.triples().triples();
    if (triples.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = scene.train().names();
    List<TripleReport.Gap> worst =
        IntStream.range(0, triples.size())
            .mapToObj(
                t ->
                    new TripleReport.Gap(
                        List.of(
                            names.get(triples.get(t).first()),
                            names.get(triples.get(t).second()),
                            names.get(triples.get(t).third())),
                        synthetic.triples().distance(t),
                        ceiling.triples().distance(t)))
            .sorted(Comparator.comparingDouble(gap -> gap.ceilingDistance() - gap.distance()))
            .limit(WORST)
            .toList();
    long width = names.size();
    return Optional.of(
        new TripleReport(triples.size(), width * (width - 1) * (width - 2) / 6, worst));
  }
}
