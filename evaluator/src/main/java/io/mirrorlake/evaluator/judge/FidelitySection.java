package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.fidelity.Triples.Triple;
import io.mirrorlake.evaluator.report.ColumnReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.Metric;
import io.mirrorlake.evaluator.report.PairReport;
import io.mirrorlake.evaluator.report.TripleReport;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Columns, pairs and triples against train. All tables that are compared with train have the same
 * number of rows, that of the smallest, so that sampling error is the same for score, ceiling and
 * floor.
 *
 * <p>Bootstrap samples of train in the synthetic table's place say how good a table can be that is
 * made of train's rows: a generator that kept all of train's statistics and nothing more could
 * reach their mean, so a score far beyond them is that of a copy.
 */
final class FidelitySection {
  /** Enough for a standard deviation known to a quarter of itself. */
  private static final int RESAMPLES = 10;

  /**
   * Standard deviations from the bootstrap mean: with 9 degrees of freedom 1 in 600 by Student's t.
   */
  private static final double ALARM_DEVIATIONS = 4;

  private static final int WORST = 15;

  private final Scene scene;
  private final FidelityScorer againstTrain;
  private final FidelityScores synthetic;
  private final FidelityScores ceiling;
  private final FidelityScores floor;
  private final FidelityScores againstHoldout;
  private final List<FidelityScores> resamples;

  private FidelitySection(Scene scene) {
    this.scene = scene;
    SampleTable train = scene.train();
    SampleTable real = train.append(scene.holdout());
    int rows = Math.min(train.rows(), Math.min(scene.holdout().rows(), scene.synthetic().rows()));
    SampleTable compared = draw("synthetic").rows(scene.synthetic(), rows);
    this.againstTrain = FidelityScorer.of(train, real, Scene.COARSE_LABELS, scene.seed());
    this.synthetic = againstTrain.score(compared);
    this.ceiling = againstTrain.score(draw("holdout").rows(scene.holdout(), rows));
    this.floor = againstTrain.score(draw("independent").rows(scene.independent(), rows));
    // Against the holdout, the rows of train are as many as the other way round, so the ceiling is
    // the same.
    this.againstHoldout =
        FidelityScorer.of(scene.holdout(), real, Scene.COARSE_LABELS, scene.seed()).score(compared);
    this.resamples =
        IntStream.range(0, RESAMPLES)
            .mapToObj(
                i ->
                    againstTrain.score(
                        train.take(draw("resample " + i).resample(train.rows(), rows))))
            .toList();
  }

  static FidelitySection of(Scene scene) {
    return new FidelitySection(scene);
  }

  private Draw draw(String what) {
    return Draw.of(scene.seed(), "fidelity " + what);
  }

  /**
   * No alarm here: a generator may copy every column's distribution exactly and still have made
   * each row anew.
   */
  Measurement columnError() {
    ToDoubleFunction<FidelityScores> score = FidelityScores::columnError;
    return measured(score, Resampled.of(resamples, score).deviation);
  }

  Measurement associationError() {
    return measured(Metric.ASSOCIATION_ERROR, FidelityScores::associationError);
  }

  Measurement tripleAccuracy() {
    return measured(Metric.TRIPLE_ACCURACY, scores -> scores.triples().accuracy());
  }

  private Measurement measured(Metric metric, ToDoubleFunction<FidelityScores> score) {
    Resampled resampled = Resampled.of(resamples, score);
    double margin = ALARM_DEVIATIONS * resampled.deviation;
    return measured(score, resampled.deviation)
        .withAlarmBound(
            metric.better() == Metric.Better.HIGHER
                ? resampled.mean + margin
                : resampled.mean - margin);
  }

  private Measurement measured(ToDoubleFunction<FidelityScores> score, double error) {
    return Measurement.of(
            score.applyAsDouble(synthetic),
            error,
            score.applyAsDouble(ceiling),
            score.applyAsDouble(floor))
        .withAgainstHoldout(score.applyAsDouble(againstHoldout));
  }

  /**
   * What bootstrap samples of train score.
   *
   * @param mean their mean
   * @param deviation their standard deviation
   */
  private record Resampled(double mean, double deviation) {
    static Resampled of(List<FidelityScores> resamples, ToDoubleFunction<FidelityScores> score) {
      double mean = resamples.stream().mapToDouble(score).average().orElseThrow();
      double squares =
          resamples.stream()
              .mapToDouble(scores -> Math.pow(score.applyAsDouble(scores) - mean, 2))
              .sum();
      return new Resampled(mean, Math.sqrt(squares / (RESAMPLES - 1)));
    }
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
