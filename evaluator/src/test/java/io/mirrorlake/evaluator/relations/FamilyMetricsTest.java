package io.mirrorlake.evaluator.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values marked scipy are those of scipy 1.10 on the same arrays. */
final class FamilyMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static final Families THREE =
      Families.of(
          SampleTable.of(Tables.numbers("age", 30, 40, 50)),
          SampleTable.of(
              Tables.numbers("amount", 1, 3, 4, 6, 8, 0),
              Tables.categories("kind", 3, 0, 0, 1, 1, 0, 2)),
          new int[] {0, 0, 1, 1, 1, 2});

  @Test
  void siblingSimilarityOfNumbersIsEtaSquared() {
    // F = scipy.stats.f_oneway([1, 3], [4, 6, 8], [0]).statistic = 5.3; eta^2 = 2 F / (2 F + 3)
    assertThat(SiblingSimilarity.of(THREE, THREE.children().column(0)))
        .isEqualTo(0.7794117647058824, EXACT);
  }

  @Test
  void siblingSimilarityOfLabelsIsTau() {
    // (4/2 + (4 + 1)/3 + 1/1 - (9 + 4 + 1)/6) / (6 - (9 + 4 + 1)/6) = 7/11
    assertThat(SiblingSimilarity.of(THREE, THREE.children().column(1))).isEqualTo(7.0 / 11, EXACT);
  }

  @Test
  void siblingSimilarityOfAConstantIsUnknown() {
    assertThat(SiblingSimilarity.of(THREE, Tables.numbers("x", 2, 2, 2, 2, 2, 2))).isNaN();
    assertThat(SiblingSimilarity.of(THREE, Tables.categories("x", 2, 1, 1, 1, 1, 1, 1))).isNaN();
  }

  @Test
  void joinedRowsAreOneAParent() {
    SampleTable joined = JoinedAggregates.of(THREE);

    assertThat(joined.names())
        .containsExactly(
            "age",
            "children",
            "mean of amount",
            "spread of amount",
            "least amount",
            "greatest amount",
            "different amount",
            "share of most frequent kind",
            "different kind");
    assertThat(row(joined, 1))
        .containsExactly(new double[] {40, 3, 6, 2, 4, 8, 3, 2.0 / 3, 2}, EXACT);
    assertThat(row(joined, 2)[3]).as("spread of one value").isNaN();
  }

  @Test
  void aParentWithoutChildrenHasMissingAggregates() {
    Families alone =
        Families.of(
            SampleTable.of(Tables.numbers("age", 30, 40)),
            SampleTable.of(Tables.numbers("amount", 5)),
            new int[] {1});

    assertThat(row(JoinedAggregates.of(alone), 0))
        .containsExactly(30, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
  }

  private static double[] row(SampleTable table, int row) {
    return table.columns().stream().mapToDouble(c -> ((NumberColumn) c).value(row)).toArray();
  }

  @Test
  void takenParentsComeWithTheirChildren() {
    Families taken = THREE.take(new int[] {2, 0});

    assertThat(List.of(taken.parentOf(0), taken.parentOf(1), taken.parentOf(2)))
        .containsExactly(1, 1, 0);
    assertThat(((NumberColumn) taken.parents().column(0)).value(0)).isEqualTo(50);
    assertThat(((CategoryColumn) taken.children().column(1)).code(2)).isEqualTo(2);
    assertThat(taken.sizes()).containsExactly(1, 2);
    assertThatThrownBy(
            () -> Families.of(THREE.parents(), THREE.children(), new int[] {0, 0, 0, 0, 0, 3}))
        .hasMessage("parent 3 is none of 3 rows");
  }

  /** Families whose children's amounts follow the parent's age and a taste of the family's own. */
  private static Families families(int parents, long seed, double taste) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] age = new double[parents];
    int[] parentOf = new int[3 * parents];
    double[] amount = new double[parentOf.length];
    int[] kind = new int[parentOf.length];
    for (int p = 0; p < parents; p++) {
      age[p] = 20 + random.nextInt(50);
      double own = taste * random.nextGaussian();
      for (int c = 3 * p; c < 3 * p + 3; c++) {
        parentOf[c] = p;
        amount[c] = age[p] / 10 + own + random.nextGaussian();
        kind[c] = amount[c] + random.nextGaussian() > 5 ? 1 : 0;
      }
    }
    return Families.of(
        SampleTable.of(Tables.numbers("age", age)),
        SampleTable.of(Tables.numbers("amount", amount), Tables.categories("kind", 2, kind)),
        parentOf);
  }

  private static RelationScores scores(Families synthetic) {
    FanOuts three = FanOuts.ofCounts(3, 3, 3);
    return RelationScores.of(
        new RelationScores.Evidence(three, three, families(600, 1, 2), synthetic), 9);
  }

  @Test
  void otherRealFamiliesScoreAtTheCeiling() {
    RelationScores scores = scores(families(600, 2, 2));

    // The error of an area from 300 rows a side is 0.024, of an eta squared 0.03; one seed.
    assertThat(scores.joined().orElseThrow().score()).isBetween(0.4, 0.6);
    assertThat(scores.association().orElseThrow().score()).isLessThan(0.08);
    assertThat(scores.siblings().orElseThrow().score()).isLessThan(0.06);
    assertThat(scores.fanOut().distance().value()).isZero();
  }

  /** The companions: what each score is there to notice. */
  @Test
  void childrenOfOtherParentsAreNoticed() {
    RelationScores scores = scores(families(600, 2, 2).dealtAtRandom(Draw.of(4, "other parents")));

    Compared joined = scores.joined().orElseThrow();
    assertThat(joined.score()).isGreaterThan(0.8).isCloseTo(joined.floor(), within(0.05));
    Compared association = scores.association().orElseThrow();
    assertThat(association.score()).isGreaterThan(3 * association.ceiling());
    Compared siblings = scores.siblings().orElseThrow();
    assertThat(siblings.score()).isGreaterThan(4 * siblings.ceiling());
  }

  @Test
  void siblingsWithoutATasteOfTheirOwnAreNoticed() {
    RelationScores scores = scores(families(600, 2, 0));

    Compared siblings = scores.siblings().orElseThrow();
    assertThat(siblings.score()).isGreaterThan(2 * siblings.ceiling());
    RelationScores.SiblingColumn amount = scores.columns().get(0);
    assertThat(amount.real()).isGreaterThan(amount.synthetic() + 0.1);
  }

  @Test
  void fewParentsAreNotTested() {
    FanOuts one = FanOuts.ofCounts(2, 3, 1);
    RelationScores scores =
        RelationScores.of(new RelationScores.Evidence(one, one, THREE, THREE), 1);

    assertThat(scores.joined()).isEmpty();
    assertThat(scores.association()).isEmpty();
    assertThat(scores.columns()).hasSize(2);
  }
}
