package io.mirrorlake.evaluator.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values marked scipy are those of scipy 1.10 on the same arrays. */
class BinnedDistributionTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final double[] FIRST = {1, 2, 2, 3, 5, 8};
  private static final double[] SECOND = {2, 2, 4, 5, 5, 6, 9};

  /** A bin for each value, as for values that are heavy. */
  private static double[] atoms(double... values) {
    return Arrays.stream(values)
        .distinct()
        .flatMap(x -> Arrays.stream(new double[] {Math.nextDown(x), x}))
        .sorted()
        .toArray();
  }

  private static BinnedDistribution of(double[] cuts, double... values) {
    long[] counts = new long[cuts.length + 1];
    for (double value : values) {
      int found = Arrays.binarySearch(cuts, value);
      counts[found >= 0 ? found : -found - 1]++;
    }
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted.length == 0
        ? BinnedDistribution.of(cuts, counts, 0, 0)
        : BinnedDistribution.of(cuts, counts, sorted[0], sorted[sorted.length - 1]);
  }

  @Test
  void withABinForEachValueAllIsExact() {
    double[] cuts = atoms(1, 2, 3, 4, 5, 6, 8, 9);
    BinnedDistribution first = of(cuts, FIRST);
    BinnedDistribution second = of(cuts, SECOND);
    // scipy.stats.wasserstein_distance, scipy.stats.ks_2samp(...).statistic
    assertThat(first.wasserstein(second)).isEqualTo(1.3095238095238093, EXACT);
    assertThat(second.wasserstein(first)).isEqualTo(1.3095238095238093, EXACT);
    assertThat(first.kolmogorovSmirnov(second)).isEqualTo(0.38095238095238093, EXACT);
    // numpy.mean(numpy.abs(FIRST - 2)), with 2 the smallest median
    assertThat(first.spread()).isEqualTo(1.8333333333333333, EXACT);
    assertThat(first.mean()).isEqualTo(3.5, EXACT);
    assertThat(first.quantile(0.5)).isEqualTo(2);
    assertThat(first.quantile(1)).isEqualTo(8);
    assertThat(first.quantile(0.01)).isEqualTo(1);
    assertThat(first.cumulative(2)).isEqualTo(0.5, EXACT);
    assertThat(first.cumulative(0.9)).isZero();
    assertThat(first.wasserstein(first)).isZero();
  }

  @Test
  void betweenCutsValuesAreSpreadEvenly() {
    BinnedDistribution even = BinnedDistribution.of(new double[] {10}, new long[] {3, 1}, 0, 20);
    assertThat(even.cumulative(5)).isEqualTo(3 / 8.0, EXACT);
    assertThat(even.quantile(0.25)).isEqualTo(10 / 3.0, EXACT);
    BinnedDistribution moved = BinnedDistribution.of(new double[] {10}, new long[] {3, 1}, 0, 30);
    // The last quarter lies evenly in (10, 30] instead of (10, 20]: its mean moves by 5.
    assertThat(even.wasserstein(moved)).isEqualTo(1.25, EXACT);
    // Distribution functions that cross: all in [0, 10] against a point in its middle.
    BinnedDistribution range = BinnedDistribution.of(new double[0], new long[] {1}, 0, 10);
    BinnedDistribution point = BinnedDistribution.of(new double[0], new long[] {1}, 5, 5);
    assertThat(range.spread()).isEqualTo(2.5, EXACT);
    assertThat(range.wasserstein(point)).isEqualTo(2.5, within(1e-6));
  }

  @Test
  void fineBinsComeCloseToTheExactDistance() {
    SplittableRandom random = new SplittableRandom(1);
    double[] a = random.doubles(20_000).map(u -> -Math.log1p(-u)).toArray();
    double[] b = random.doubles(20_000).map(u -> -1.2 * Math.log1p(-u)).toArray();
    double[] cuts = IntStream.range(1, 500).mapToDouble(i -> i / 50.0).toArray();
    double[] sortedA = Arrays.stream(a).sorted().toArray();
    double[] sortedB = Arrays.stream(b).sorted().toArray();
    double exact = 0;
    for (int i = 0; i < sortedA.length; i++) {
      exact += Math.abs(sortedA[i] - sortedB[i]) / sortedA.length;
    }
    // Exponential with means 1 and 1.2: 0.2 between them.
    assertThat(exact).isEqualTo(0.2, within(0.03));
    assertThat(of(cuts, a).wasserstein(of(cuts, b))).isEqualTo(exact, within(1e-3));
    assertThat(of(cuts, a).kolmogorovSmirnov(of(cuts, b)))
        .isEqualTo(KolmogorovSmirnov.distance(sortedA, sortedB), within(0.005));
  }

  @Test
  void withoutValuesADistanceIsNothingOrAll() {
    double[] cuts = atoms(1);
    assertThat(of(cuts).kolmogorovSmirnov(of(cuts))).isZero();
    assertThat(of(cuts).kolmogorovSmirnov(of(cuts, 1))).isEqualTo(1);
    assertThat(of(cuts, 1).wasserstein(of(cuts))).isInfinite();
    assertThat(of(cuts).quantile(0.5)).isNaN();
    assertThat(of(cuts).spread()).isZero();
    assertThatThrownBy(() -> BinnedDistribution.of(cuts, new long[1], 0, 0))
        .hasMessage("1 bins between 2 cuts");
  }

  @Test
  void jensenShannonAndEntropyAgreeWithScipy() {
    // scipy.spatial.distance.jensenshannon([3, 1, 0], [2, 1, 1], base=2)
    assertThat(JensenShannon.distance(new double[] {3, 1, 0}, new double[] {2, 1, 1}))
        .isEqualTo(0.3783594566887844, EXACT);
    assertThat(JensenShannon.distance(new double[] {3, 0}, new double[] {0, 7}))
        .isEqualTo(1, EXACT);
    assertThat(JensenShannon.distance(new double[2], new double[] {1, 1})).isEqualTo(1);
    // scipy.stats.entropy([3, 1, 4], base=2)
    assertThat(Entropy.bits(new double[] {3, 1, 4})).isEqualTo(1.4056390622295665, EXACT);
    assertThat(Entropy.bits(new double[3])).isZero();
  }
}
