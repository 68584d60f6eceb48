package io.mirrorlake.evaluator.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values marked scipy are those of scipy 1.10, numpy 1.24 on the same arrays. */
final class FanOutsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final FanOuts FIVE = FanOuts.ofCounts(0, 0, 1, 2, 5);

  @Test
  void momentsAreThoseOfTheParents() {
    assertThat(FIVE.parents()).isEqualTo(5);
    assertThat(FIVE.mean()).isEqualTo(1.6, EXACT);
    assertThat(FIVE.childlessShare()).isEqualTo(0.4, EXACT);
    assertThat(FIVE.greatest()).isEqualTo(5);
    assertThat(FanOuts.ofCounts(3, 1).childlessShare()).isZero();
  }

  @Test
  void distanceIsThatOfKolmogorovAndSmirnov() {
    // scipy.stats.ks_2samp([0, 0, 1, 2, 5], [0, 1, 1, 3]).statistic
    assertThat(FIVE.distance(FanOuts.ofCounts(0, 1, 1, 3))).isEqualTo(0.2, EXACT);
    assertThat(FIVE.distance(FIVE)).isZero();
    assertThat(FIVE.distance(FanOuts.ofCounts(7, 9))).isEqualTo(1, EXACT);
  }

  @Test
  void giniAndLorenzSayHowHotKeysAre() {
    // 2 * sum(rank * x) / (n * sum(x)) - (n + 1) / n
    assertThat(FIVE.gini()).isEqualTo(0.6, EXACT);
    assertThat(FanOuts.ofCounts(4, 4, 4).gini()).isEqualTo(0, EXACT);
    // The first four parents have 3 of 8 children.
    assertThat(FIVE.lorenz(0.8)).isEqualTo(3.0 / 8, EXACT);
    assertThat(FIVE.lorenz(1)).isEqualTo(1, EXACT);
    // Half of the fifth parent's children.
    assertThat(FIVE.topTenthShare()).isEqualTo(2.5 / 8, EXACT);
    assertThat(FanOuts.ofCounts(0, 0).gini()).isZero();
  }

  @Test
  void childrenDealtAtRandomArePoisson() {
    FanOuts random = FIVE.dealtAtRandom();

    // scipy.stats.poisson.cdf([0], 1.6)
    assertThat(random.childlessShare()).isEqualTo(0.20189652, within(1e-7));
    assertThat(random.mean()).isEqualTo(1.6, within(1e-6));
    // 400 children a parent: no underflow, the right spread.
    assertThat(FanOuts.ofCounts(0, 800).dealtAtRandom().gini()).isEqualTo(0.0282, within(0.0005));
    assertThat(FanOuts.ofCounts(0, 0).dealtAtRandom().childlessShare()).isEqualTo(1);
  }

  @Test
  void aSampleHasTheSharesOfItsParents() {
    FanOuts sample = FIVE.resampled(20_000, Draw.of(3, "test"));

    // Five standard errors of a share of 0.4 are 0.017; one seed, so no false failures.
    assertThat(sample.childlessShare()).isEqualTo(0.4, within(0.017));
    assertThat(sample.distance(FIVE)).isLessThan(0.017);
    assertThat(sample.parents()).isEqualTo(20_000);
  }

  @Test
  void impossibleHistogramsAreRefused() {
    TreeMap<Long, Long> negative = new TreeMap<>();
    negative.put(-1L, 2L);
    assertThatThrownBy(() -> FanOuts.of(negative)).hasMessage("2 parents with -1 children");
    assertThatThrownBy(() -> FanOuts.of(new TreeMap<>())).hasMessage("a fan-out of no parents");
  }

  @Test
  void realParentsScoreAtTheCeiling() {
    FanOuts real = FanOuts.ofCounts(skewed(1));
    FanOutScores scores = FanOutScores.of(real, FanOuts.ofCounts(skewed(2)), 5);

    assertThat(scores.distance().value()).isLessThan(2 * scores.distance().limit());
    assertThat(scores.concentration().value()).isLessThan(2 * scores.concentration().limit());
  }

  /** The companion: random children, and keys that are all equally hot, are noticed. */
  @Test
  void randomChildrenScoreAtTheFloor() {
    FanOuts real = FanOuts.ofCounts(skewed(1));
    FanOutScores scores = FanOutScores.of(real, real.dealtAtRandom(), 5);

    assertThat(scores.distance().value()).isEqualTo(scores.distance().floor(), within(1e-9));
    assertThat(scores.distance().value()).isGreaterThan(5 * scores.distance().limit());
    assertThat(scores.concentration().value()).isGreaterThan(5 * scores.concentration().limit());
  }

  private static long[] skewed(long seed) {
    Draw draw = Draw.of(seed, "skewed");
    long[] counts = new long[4000];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (long) Math.floor(Math.pow(1 - draw.uniform(), -0.6)) - 1;
    }
    return counts;
  }
}
