package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Records;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * Train and holdout as equally large sides, between which the privacy sections decide.
 *
 * @param train random rows of train
 * @param holdout as many random rows of the holdout
 * @param space where distances are measured
 */
record Sides(SampleTable train, SampleTable holdout, GowerSpace space) {
  /** With fewer rows on either side a share has a standard error above 5 points. */
  static final int MIN_ROWS = 100;

  /** What a table needs, for a reader. */
  static final String NEEDED = 2 * MIN_ROWS + " real rows";

  /** The sides, or empty where a table is too small. */
  static Optional<Sides> of(Scene scene) {
    int rows = Math.min(scene.train().rows(), scene.holdout().rows());
    if (rows < 2 * MIN_ROWS || scene.synthetic().rows() < MIN_ROWS) {
      return Optional.empty();
    }
    Draw draw = Draw.of(scene.seed(), "privacy");
    return Optional.of(
        new Sides(
            draw.rows(scene.train(), rows),
            draw.rows(scene.holdout(), rows),
            GowerSpace.of(scene.train().append(scene.holdout()))));
  }

  int rows() {
    return train.rows();
  }

  /** All rows of the tables: where they are, or as many as are in memory. */
  WholeTables whole(Case tables) {
    return tables
        .whole()
        .orElseGet(
            () ->
                new WholeTables(
                    Records.of(train),
                    Records.of(holdout),
                    Records.of(tables.scene().synthetic())));
  }

  /**
   * A part of the holdout that takes the synthetic table's place and leaves the holdout, with train
   * as small as what is left.
   *
   * @param apart the part
   * @param sides the rest
   */
  record SteppedOut(SampleTable apart, Sides sides) {}

  SteppedOut stepOut(int most, Draw draw) {
    int apart = Math.min(most, rows() / 2);
    int[] all = draw.permutation(rows());
    return new SteppedOut(
        holdout.take(Arrays.copyOf(all, apart)),
        new Sides(
            train.take(Arrays.copyOf(all, rows() - apart)),
            holdout.take(Arrays.copyOfRange(all, apart, rows())),
            space));
  }
}
