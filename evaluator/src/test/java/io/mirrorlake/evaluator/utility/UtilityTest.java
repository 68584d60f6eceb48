package io.mirrorlake.evaluator.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtilityTest {
  private static final SampleTable TRAIN = Tables.people(2000, 1);
  private static final SampleTable HOLDOUT = Tables.people(2000, 2);

  private static TrainSyntheticTestReal evaluate(String target, SampleTable synthetic) {
    TargetCoder coder = TargetCoder.of(TRAIN, target);
    TrainSyntheticTestReal.Tables tables =
        new TrainSyntheticTestReal.Tables(
            coder.label(synthetic),
            coder.label(TRAIN),
            coder.label(IndependentMarginals.of(TRAIN, 1)),
            coder.label(HOLDOUT));
    return TrainSyntheticTestReal.of(coder.task(), tables, List.of(BoostedLearner.of()), 1);
  }

  @Test
  void targetsWithFewWholeNumbersAreClasses() {
    SampleTable table =
        SampleTable.of(
            Tables.numbers("flag", 0, 1, 1, Double.NaN, 3),
            Tables.numbers("half", 0.5, 1, 2, 3, 4));
    TargetCoder flag = TargetCoder.of(table, "flag");
    assertThat(flag.task()).isEqualTo(new Task("flag", List.of("0", "1", "3")));
    assertThat(flag.task().scoreName()).isEqualTo("macro AUC");
    LabelledTable labelled = flag.label(table);
    assertThat(labelled.labels()).containsExactly(0, 1, 1, 2);
    assertThat(labelled.features().names()).containsExactly("half");
    assertThat(TargetCoder.of(table, "half").task().isRegression()).isTrue();
  }

  @Test
  void rowsOfAClassNoRealRowHasAreLeftOut() {
    SampleTable real =
        SampleTable.of(Tables.categories("c", 3, 0, 2, 2), Tables.numbers("x", 1, 2, 3));
    TargetCoder coder = TargetCoder.of(real, "c");
    assertThat(coder.task().classes()).containsExactly("a", "c");
    SampleTable made =
        SampleTable.of(Tables.categories("c", 3, 1, 2, 0), Tables.numbers("x", 1, 2, 3));
    assertThat(coder.label(made).labels()).containsExactly(1, 0);
    assertThatThrownBy(() -> TargetCoder.of(SampleTable.of(Tables.categories("c", 3, 1, 1)), "c"))
        .hasMessage("target c has only the class b");
  }

  @Test
  void designMatricesCodeLabelsBothWays() {
    SampleTable real =
        SampleTable.of(
            Tables.numbers("x", 1, 5, Double.NaN, 9), Tables.categories("c", 3, 0, 0, 1, -1));
    DesignMatrix oneHot = DesignMatrix.oneHot(real);
    assertThat(oneHot.encode(real))
        .isDeepEqualTo(
            new float[][] {
              {1, 0, 1, 0, 0, 0}, {5, 0, 1, 0, 0, 0}, {5, 1, 0, 1, 0, 0}, {9, 0, 0, 0, 0, 1}
            });
    DesignMatrix coded = DesignMatrix.coded(real);
    assertThat(coded.encode(real))
        .isDeepEqualTo(new float[][] {{1, 0, 0}, {5, 0, 0}, {5, 1, 1}, {9, 0, 3}});
    assertThat(coded.labels()).containsExactly(0, 0, 4);
    assertThat(oneHot.labels()).containsOnly(0);
  }

  @Test
  void anotherSampleTrainsAsWellAsTheRealOne() {
    LearnerScores scores = evaluate("class", Tables.people(2000, 3)).best();
    assertThat(scores.real().score()).isGreaterThan(0.9);
    assertThat(scores.synthetic().score()).isEqualTo(scores.real().score(), within(0.02));
    assertThat(scores.independent().score()).isBetween(0.35, 0.65);
  }

  @Test
  void shuffledColumnsTrainNothing() {
    LearnerScores scores =
        evaluate("class", IndependentMarginals.of(Tables.people(2000, 3), 5)).best();
    assertThat(scores.synthetic().score()).isBetween(0.35, 0.65);
  }

  @Test
  void predictsNumbersAndSeveralClassesToo() {
    LearnerScores income = evaluate("income", Tables.people(2000, 3)).best();
    assertThat(income.synthetic().score()).isBetween(0.75, 0.9);
    assertThat(income.synthetic().second()).isBetween(7.5, 12.0);
    LearnerScores job = evaluate("job", Tables.people(2000, 3)).best();
    assertThat(job.synthetic().score()).isGreaterThan(0.9);
  }

  @Test
  void aTableWithOneClassTeachesNothing() {
    SampleTable oneClass =
        SampleTable.of(
            TRAIN.column(0),
            TRAIN.column(1),
            TRAIN.column(2),
            TRAIN.column(3),
            TRAIN.column(4),
            Tables.categories("class", 2, new int[2000]));
    LearnerScores scores = evaluate("class", oneClass).best();
    assertThat(scores.synthetic().score()).isEqualTo(0.5);
    assertThat(scores.synthetic().second()).isZero();
  }
}
