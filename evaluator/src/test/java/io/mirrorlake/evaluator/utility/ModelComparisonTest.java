package io.mirrorlake.evaluator.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import io.mirrorlake.evaluator.score.Calibration;
import io.mirrorlake.evaluator.score.RankAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final SampleTable TRAIN = Tables.people(2000, 1);
  private static final SampleTable TEST = Tables.people(2000, 2);

  private static ModelComparison comparison(SampleTable synthetic) {
    TargetCoder coder = TargetCoder.of(TRAIN, "class");
    return ModelComparison.of(
        coder.task(),
        new TrainSyntheticTestReal.Tables(
            coder.label(synthetic), coder.label(TRAIN), coder.label(TRAIN), coder.label(TEST)),
        BoostedLearner.of(),
        List.of("job", "age"),
        1);
  }

  @Test
  void calibrationByHandAndAsScikitLearn() {
    double[][] probabilities = {{0.9, 0.1}, {0.2, 0.8}, {0.35, 0.65}, {0.35, 0.65}};
    Calibration found = Calibration.of(probabilities, new int[] {0, 1, 0, 1});
    // sklearn.metrics.brier_score_loss([0, 1, 0, 1], [0.1, 0.8, 0.65, 0.65]): 0.14875
    assertThat(found.brier()).isEqualTo(0.14875, EXACT);
    // Bins: 0.9 right, 0.8 right, two of 0.65 of which one is right: (0.1 + 0.2 + |1 - 1.3|) / 4.
    assertThat(found.expectedError()).isEqualTo(0.15, EXACT);
    assertThat(Calibration.of(new double[][] {{1, 0, 0}}, new int[] {0}))
        .isEqualTo(new Calibration(0, 0));
  }

  @Test
  void rankAgreementIsSpearmans() {
    // scipy.stats.spearmanr([0, 0, 1, 1, 2, 2, 2, 0, 1, 2], [0, 1, 1, 1, 2, 2, 1, 0, 0, 2])
    assertThat(
            RankAgreement.spearman(
                new double[] {0, 0, 1, 1, 2, 2, 2, 0, 1, 2},
                new double[] {0, 1, 1, 1, 2, 2, 1, 0, 0, 2}))
        .isEqualTo(0.7857142857142857, EXACT);
    assertThat(RankAgreement.spearman(new double[] {1, 2}, new double[] {3, 3})).isZero();
  }

  @Test
  void freshRowsTeachWhatRealOnesDo() {
    ModelComparison found = comparison(Tables.people(2000, 3));
    assertThat(found.augmented()).isGreaterThan(found.real() - 0.01);
    assertThat(found.importanceAgreement()).isGreaterThan(0.6);
    assertThat(found.syntheticCalibration().orElseThrow().expectedError()).isLessThan(0.06);
    // Models from two samples differ by more than their test rows tell: a point of its own.
    assertThat(found.groups())
        .hasSizeGreaterThan(7)
        .allSatisfy(one -> assertThat(one.gap()).isLessThan(0.01 + 4 * one.standardError()));
    assertThat(found.segments()).hasSize(7);
    assertThat(found.segments()).allSatisfy(one -> assertThat(one.gap()).isLessThan(0.06));
  }

  @Test
  void swappedLabelsAreNoticedInCalibrationSegmentsAndTogether() {
    SampleTable fresh = Tables.people(2000, 3);
    CategoryColumn label = (CategoryColumn) fresh.column(5);
    List<SampleColumn> columns = new ArrayList<>(fresh.columns());
    columns.set(
        5,
        Tables.categories(
            "class", 2, IntStream.range(0, 2000).map(i -> 1 - label.code(i)).toArray()));
    ModelComparison found = comparison(SampleTable.of(columns));
    assertThat(found.augmented()).isLessThan(found.real() - 0.1);
    assertThat(found.syntheticCalibration().orElseThrow().expectedError()).isGreaterThan(0.3);
    assertThat(found.segments()).allSatisfy(one -> assertThat(one.gap()).isGreaterThan(0.3));
    assertThat(found.groups())
        .allSatisfy(one -> assertThat(one.gap()).isGreaterThan(4 * one.standardError()));
  }

  @Test
  void everyTargetIsRecoveredFromFreshRowsAndNotFromShuffledOnes() {
    EveryTarget fresh = EveryTarget.of(TRAIN, Tables.people(2000, 3), TEST, BoostedLearner.of(), 1);
    assertThat(fresh.scores())
        .extracting(EveryTarget.TargetScore::target)
        .contains("income", "class", "job")
        .doesNotContain("gift");
    assertThat(fresh.recovered()).isGreaterThan(0.9);
    SampleTable shuffled = IndependentMarginals.of(TRAIN, 1);
    assertThat(EveryTarget.of(TRAIN, shuffled, TEST, BoostedLearner.of(), 1).recovered())
        .isLessThan(0.15);
  }
}
