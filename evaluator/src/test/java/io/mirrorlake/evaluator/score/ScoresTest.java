package io.mirrorlake.evaluator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Reference values marked sklearn are those of scikit-learn 1.2, those marked scipy of scipy 1.10.
 */
class ScoresTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8, 0.4, 0.7, 0.2, 0.4};
  private static final boolean[] POSITIVE = {false, false, true, true, true, true, false, false};

  @Test
  void areaCountsTiesHalf() {
    RocCurve curve = RocCurve.of(SCORES, POSITIVE);
    // sklearn.metrics.roc_auc_score
    assertThat(curve.area()).isEqualTo(0.8125, EXACT);
    // DeLong's formula in numpy over the full matrix of pairs
    assertThat(curve.standardError()).isEqualTo(0.1613743060919757, EXACT);
    assertThat(RocCurve.of(new double[] {1, 1, 1}, new boolean[] {true, false, true}).area())
        .isEqualTo(0.5);
    assertThat(RocCurve.of(new double[] {3, 1, 2}, new boolean[] {true, false, true}).area())
        .isEqualTo(1);
  }

  @Test
  void curveRunsThroughItsCorners() {
    RocCurve curve = RocCurve.of(SCORES, POSITIVE);
    // Above 0.4 there are two of four positives and no negative; at 0.4 one positive and two
    // negatives.
    assertThat(curve.truePositiveRate(0)).isEqualTo(0.5, EXACT);
    assertThat(curve.truePositiveRate(0.25)).isEqualTo(0.625, EXACT);
    // Then the positive at 0.35 comes before the next negative: the curve rises to 1.
    assertThat(curve.truePositiveRate(0.5)).isEqualTo(1, EXACT);
    assertThat(curve.truePositiveRate(1)).isEqualTo(1, EXACT);
  }

  @Test
  void curveNeedsBothClassesAndNumbers() {
    assertThatThrownBy(() -> RocCurve.of(new double[] {1, 2}, new boolean[] {true, true}))
        .hasMessage("2 of 2 rows are positive: one class is empty");
    assertThatThrownBy(() -> RocCurve.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
        .hasMessage("score 1 is not a number");
  }

  @Test
  void severalClassesAreAveragedEachAgainstTheRest() {
    double[][] probabilities = {
      {.6, .3, .1}, {.2, .5, .3}, {.1, .2, .7}, {.4, .35, .25}, {.3, .3, .4}, {.5, .2, .3}
    };
    ClassificationScores scores =
        ClassificationScores.of(probabilities, new int[] {0, 1, 2, 1, 2, 2}, 3);
    // sklearn: roc_auc_score(multi_class="ovr", average="macro") and f1_score(average="macro")
    assertThat(scores.auc()).isEqualTo(0.9814814814814815, EXACT);
    assertThat(scores.f1()).isEqualTo(0.6555555555555556, EXACT);
  }

  @Test
  void twoClassesAreScoredByTheSecond() {
    double[][] probabilities = new double[SCORES.length][];
    int[] truth = new int[SCORES.length];
    for (int i = 0; i < SCORES.length; i++) {
      probabilities[i] = new double[] {1 - SCORES[i], SCORES[i]};
      truth[i] = POSITIVE[i] ? 1 : 0;
    }
    ClassificationScores scores = ClassificationScores.of(probabilities, truth, 2);
    assertThat(scores.auc()).isEqualTo(0.8125, EXACT);
    // Two predicted, both right, of four: 2 * 2 / (2 + 4).
    assertThat(scores.f1()).isEqualTo(2.0 / 3, EXACT);
  }

  @Test
  void regressionScoresAgreeWithSklearn() {
    RegressionScores scores =
        RegressionScores.of(new double[] {1.1, 1.9, 3.4, 3.6}, new double[] {1, 2, 3, 4});
    assertThat(scores.r2()).isEqualTo(0.932, EXACT);
    assertThat(scores.rmse()).isEqualTo(0.29154759474226494, EXACT);
    assertThatThrownBy(() -> RegressionScores.of(new double[] {1, 2}, new double[] {3, 3}))
        .hasMessage("the true values are all the same");
  }

  @Test
  void wilsonsIntervalAgreesWithScipy() {
    // scipy.stats.binomtest(13, 40).proportion_ci(method="wilson"), and (0, 20)
    assertThat(Interval.wilson(13, 40).low()).isEqualTo(0.20084502231782703, EXACT);
    assertThat(Interval.wilson(13, 40).high()).isEqualTo(0.4798225381012233, EXACT);
    assertThat(Interval.wilson(0, 20).low()).isEqualTo(0, EXACT);
    assertThat(Interval.wilson(0, 20).high()).isEqualTo(0.16112515805281935, EXACT);
    assertThatThrownBy(() -> Interval.wilson(3, 2)).hasMessage("3.0 of 2.0 is not a share");
  }
}
