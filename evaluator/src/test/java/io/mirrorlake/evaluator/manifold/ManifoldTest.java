package io.mirrorlake.evaluator.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values are those of the definitions written in numpy, with all distances at hand. */
class ManifoldTest {
  private static final Offset<Double> FLOAT = within(1e-6);
  private static final SampleTable REAL = SampleTable.of(Tables.numbers("x", 1, 2, 4, 8, 16, 32));
  private static final SampleTable OTHER = SampleTable.of(Tables.numbers("x", 3, 3, 20, 40, 64, 0));

  @Test
  void scoresAgreeWithTheDefinitions() {
    RankSpace space = RankSpace.of(REAL);
    ManifoldScores one = ManifoldScores.of(space, REAL, OTHER, 1);
    assertThat(one.precision()).isEqualTo(1);
    assertThat(one.recall()).isEqualTo(4 / 6.0, FLOAT);
    assertThat(one.density()).isEqualTo(1.5, FLOAT);
    assertThat(one.coverage()).isEqualTo(5 / 6.0, FLOAT);
    ManifoldScores two = ManifoldScores.of(space, REAL, OTHER, 2);
    assertThat(two.recall()).isEqualTo(1);
    assertThat(two.density()).isEqualTo(11 / 12.0, FLOAT);
    assertThat(two.coverage()).isEqualTo(5 / 6.0, FLOAT);
  }

  @Test
  void energyAgreesWithTheDefinition() {
    EnergyDistance found = EnergyDistance.of(RankSpace.of(REAL), REAL, OTHER, 1);
    assertThat(found.coefficient()).isEqualTo(0.1312725995661101, FLOAT);
    assertThat(EnergyDistance.of(RankSpace.of(REAL), REAL, REAL, 1).coefficient()).isZero();
  }

  @Test
  void labelsAndMissingValuesAreEqualOrApart() {
    SampleTable table =
        SampleTable.of(
            Tables.numbers("x", 1, Double.NaN, 1, Double.NaN),
            Tables.categories("c", 2, 0, 0, 1, 0));
    RankSpace space = RankSpace.of(table);
    float[][] points = space.points(table);
    assertThat(space.distance(points[0], points[1])).isEqualTo(1);
    assertThat(space.distance(points[0], points[2])).isEqualTo(1);
    assertThat(space.distance(points[1], points[2])).isEqualTo(2);
    assertThat(space.distance(points[1], points[3])).isZero();
  }

  @Test
  void aPermutationTestKeepsItsLevelAndRejectsShuffledColumns() {
    SampleTable train = Tables.people(300, 1);
    RankSpace space = RankSpace.of(train);
    int rejected = 0;
    for (int seed = 2; seed < 12; seed++) {
      EnergyDistance fresh = EnergyDistance.of(space, train, Tables.people(300, seed), seed);
      rejected += fresh.chance() < 0.01 ? 1 : 0;
    }
    // At a level of 1 % two or more of 10 are rejected in 0.4 % of all such tests; the seeds are
    // fixed.
    assertThat(rejected).isLessThanOrEqualTo(1);
    SampleTable shuffled = IndependentMarginals.of(Tables.people(300, 3), 1);
    EnergyDistance apart = EnergyDistance.of(space, train, shuffled, 1);
    assertThat(apart.chance()).isLessThan(0.01);
    assertThat(apart.coefficient()).isGreaterThan(apart.nullMean() + 4 * apart.nullDeviation());
  }

  @Test
  void collapsedRowsCoverLittleAndInventedOnesAreImprecise() {
    SampleTable train = Tables.people(1000, 1);
    SampleTable fresh = Tables.people(1000, 2);
    RankSpace space = RankSpace.of(train);
    ManifoldScores good = ManifoldScores.of(space, train, fresh);
    assertThat(good.coverage()).isGreaterThan(0.9);
    assertThat(good.density()).isEqualTo(1, within(0.1));
    SampleTable few = fresh.take(Draw.of(1, "few").resample(20, 1000));
    ManifoldScores collapsed = ManifoldScores.of(space, train, few);
    assertThat(collapsed.coverage()).isLessThan(0.3);
    assertThat(collapsed.recall()).isLessThan(0.5);
    ManifoldScores shuffled = ManifoldScores.of(space, train, IndependentMarginals.of(fresh, 1));
    assertThat(shuffled.precision()).isLessThan(good.precision() - 0.1);
    assertThat(shuffled.density()).isLessThan(good.density() - 0.2);
  }
}
