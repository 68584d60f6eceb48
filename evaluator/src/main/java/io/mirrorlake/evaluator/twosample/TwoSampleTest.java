package io.mirrorlake.evaluator.twosample;

import io.mirrorlake.evaluator.boosting.BoostedTrees;
import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.boosting.Loss;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.score.RocCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The classifier two-sample test (C2ST; Lopez-Paz and Oquab 2017) with boosted trees, scored by the
 * area under the curve: 0.5 where the two tables cannot be told apart, 1 where every row gives
 * itself away.
 *
 * <p>As many rows of either table, random order, stratified five-fold cross-validation: each row is
 * scored by trees that have not seen it. The area is the mean of the folds' areas, and its standard
 * error combines the folds' DeLong errors, {@code sqrt(sum se_k^2) / 5}; it counts the error of the
 * test rows, not that of the trees. An area clearly below 0.5 is possible and telling: rows that
 * occur in both tables are learned with the one label and met with the other.
 */
public final class TwoSampleTest {
  private static final int FOLDS = 5;

  /**
   * With fewer rows of each table a fold's area has a standard error above 0.05 and says little.
   */
  public static final int MIN_ROWS = 200;

  private static final int CURVE_POINTS = 60;

  private TwoSampleTest() {}

  /**
   * Tests two tables with the same columns.
   *
   * @param real the rows to be recognised as real
   * @param other the rows to be told from them
   * @param options how to boost; the seed also draws rows and folds
   */
  public static TwoSampleResult of(SampleTable real, SampleTable other, BoostingOptions options) {
    int rows = Math.min(real.rows(), other.rows());
    if (rows < MIN_ROWS) {
      throw new IllegalArgumentException(rows + " rows are fewer than " + MIN_ROWS);
    }
    SampleTable pooled =
        Draw.of(options.seed(), "two-sample real")
            .rows(real, rows)
            .append(Draw.of(options.seed(), "two-sample other").rows(other, rows));
    List<Fold> folds =
        IntStream.range(0, FOLDS).parallel().mapToObj(k -> Fold.of(pooled, k, options)).toList();
    return combine(folds, rows, real.names());
  }

  private static TwoSampleResult combine(List<Fold> folds, int rows, List<String> names) {
    double area = folds.stream().mapToDouble(fold -> fold.curve.area()).sum() / FOLDS;
    double squares =
        folds.stream()
            .mapToDouble(fold -> fold.curve.standardError() * fold.curve.standardError())
            .sum();
    double[] shares = new double[names.size()];
    for (Fold fold : folds) {
      Arrays.setAll(shares, f -> shares[f] + fold.gainShares[f] / FOLDS);
    }
    List<TwoSampleResult.Importance> importances = new ArrayList<>();
    for (int f = 0; f < shares.length; f++) {
      importances.add(new TwoSampleResult.Importance(names.get(f), shares[f]));
    }
    return new TwoSampleResult(area, Math.sqrt(squares) / FOLDS, rows, importances, curve(folds));
  }

  /** The mean true positive rate of the folds at each of a grid of false positive rates. */
  private static List<RocCurve.Point> curve(List<Fold> folds) {
    List<RocCurve.Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double x = (double) i / CURVE_POINTS;
      double y = folds.stream().mapToDouble(fold -> fold.curve.truePositiveRate(x)).sum() / FOLDS;
      points.add(new RocCurve.Point(x, y));
    }
    return points;
  }

  /** One fold: trees grown on the other folds, and how they rank this one. */
  private static final class Fold {
    private final RocCurve curve;
    private final double[] gainShares;

    private Fold(RocCurve curve, double[] gainShares) {
      this.curve = curve;
      this.gainShares = gainShares;
    }

    /**
     * The rows of both halves are in random order, so every fifth row of each is a stratified
     * random fold.
     */
    static Fold of(SampleTable pooled, int k, BoostingOptions options) {
      int half = pooled.rows() / 2;
      int[] training =
          IntStream.range(0, pooled.rows()).filter(row -> row % half % FOLDS != k).toArray();
      int[] test =
          IntStream.range(0, pooled.rows()).filter(row -> row % half % FOLDS == k).toArray();
      double[] response = Arrays.stream(training).mapToDouble(row -> row < half ? 1 : 0).toArray();
      BoostedTrees trees =
          BoostedTrees.fit(pooled.take(training), response, Loss.LOGISTIC, options);
      boolean[] real = new boolean[test.length];
      for (int i = 0; i < test.length; i++) {
        real[i] = test[i] < half;
      }
      return new Fold(RocCurve.of(trees.scores(pooled.take(test)), real), trees.gainShares());
    }
  }
}
