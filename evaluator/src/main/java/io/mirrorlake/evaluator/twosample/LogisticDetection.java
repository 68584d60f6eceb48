package io.mirrorlake.evaluator.twosample;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.score.RocCurve;
import io.mirrorlake.evaluator.utility.DesignMatrix;
import java.util.stream.IntStream;

/**
 * The field's detection score: how badly logistic regression tells real rows from others, in three
 * folds, {@code 1 - mean(2 max(0.5, AUC) - 1)}: 1 not at all, 0 always. A linear model sees shifted
 * means and shares, and nothing of what columns say about each other, so shuffled columns score
 * near 1. It is here for comparison only.
 *
 * @param score the detection score
 * @param area the mean area under the curve
 */
public record LogisticDetection(double score, double area) {
  private static final int FOLDS = 3;

  /**
   * The score.
   *
   * @param real real rows, at least 30
   * @param other as many other rows
   * @param seed deals rows to folds
   */
  public static LogisticDetection of(SampleTable real, SampleTable other, long seed) {
    SampleTable pooled =
        Draw.of(seed, "detection real")
            .rows(real, real.rows())
            .append(Draw.of(seed, "detection other").rows(other, other.rows()));
    float[][] features = DesignMatrix.oneHot(real).encode(pooled);
    boolean[] isReal = new boolean[pooled.rows()];
    IntStream.range(0, real.rows()).forEach(row -> isReal[row] = true);
    double[] areas =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToDouble(fold -> area(features, isReal, real.rows(), fold))
            .toArray();
    double area = 0;
    double score = 0;
    for (double one : areas) {
      area += one / FOLDS;
      score += (1 - (2 * Math.max(0.5, one) - 1)) / FOLDS;
    }
    return new LogisticDetection(score, area);
  }

  /** Both tables' rows are in random order, so every third row of each is a random fold. */
  private static double area(float[][] features, boolean[] isReal, int realRows, int fold) {
    int[] training =
        IntStream.range(0, isReal.length).filter(row -> row % realRows % FOLDS != fold).toArray();
    int[] test =
        IntStream.range(0, isReal.length).filter(row -> row % realRows % FOLDS == fold).toArray();
    LogisticRegression model =
        LogisticRegression.fit(
            IntStream.of(training).mapToObj(row -> features[row]).toArray(float[][]::new),
            take(isReal, training));
    double[] scores = IntStream.of(test).mapToDouble(row -> model.score(features[row])).toArray();
    return RocCurve.of(scores, take(isReal, test)).area();
  }

  private static boolean[] take(boolean[] values, int[] rows) {
    boolean[] taken = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return taken;
  }
}
