package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The tables that stand in the synthetic table's place, one after the other, to be compared with
 * train. All have the same number of rows, that of the smallest, so that sampling error is the same
 * for score, ceiling and floor.
 *
 * <p>Bootstrap samples of train in the synthetic table's place say how good a table can be that is
 * made of train's rows: a generator that kept all of train's statistics and nothing more could
 * reach their mean, so a score far beyond them is that of a copy.
 */
final class Lineup {
  /** Enough for a standard deviation known to a quarter of itself. */
  static final int RESAMPLES = 10;

  private final Scene scene;
  private final int rows;

  private Lineup(Scene scene, int rows) {
    this.scene = scene;
    this.rows = rows;
  }

  static Lineup of(Scene scene) {
    return new Lineup(
        scene,
        Math.min(scene.train().rows(), Math.min(scene.holdout().rows(), scene.synthetic().rows())));
  }

  int rows() {
    return rows;
  }

  SampleTable synthetic() {
    return draw("synthetic").rows(scene.synthetic(), rows);
  }

  SampleTable holdout() {
    return draw("holdout").rows(scene.holdout(), rows);
  }

  SampleTable independent() {
    return draw("independent").rows(scene.independent(), rows);
  }

  private SampleTable resample(int i) {
    SampleTable train = scene.train();
    return train.take(draw("resample " + i).resample(train.rows(), rows));
  }

  /** Scores each of the tables by one function, which compares its argument with train. */
  <T> Scored<T> score(Function<SampleTable, T> againstTrain) {
    return new Scored<>(
        againstTrain.apply(synthetic()),
        againstTrain.apply(holdout()),
        againstTrain.apply(independent()),
        IntStream.range(0, RESAMPLES).mapToObj(i -> againstTrain.apply(resample(i))).toList());
  }

  private Draw draw(String what) {
    return Draw.of(scene.seed(), "fidelity " + what);
  }
}
