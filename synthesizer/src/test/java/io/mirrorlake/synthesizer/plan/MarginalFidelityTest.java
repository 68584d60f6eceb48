package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.synthesizer.EveryType;
import io.mirrorlake.synthesizer.column.Doubles;
import io.mirrorlake.synthesizer.column.Longs;
import io.mirrorlake.synthesizer.column.Texts;
import io.mirrorlake.synthesizer.column.Values;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Generated columns have the marginals of the profile, the copula notwithstanding. Each test has a
 * significance of 1e-6: it would fail for one seed in a million.
 */
class MarginalFidelityTest {
  private static final int ROWS = 200_000;

  private static void forEachRow(String column, ObjIntConsumer<Values> visitor) {
    BlockSampler sampler = GenerationPlan.of(EveryType.table(), 11, List.of(column)).sampler();
    for (long first = 0; first < ROWS; first += BlockSampler.BLOCK_ROWS) {
      int rows = (int) Math.min(BlockSampler.BLOCK_ROWS, ROWS - first);
      sampler.sample(first, rows);
      for (int row = 0; row < rows; row++) {
        visitor.accept(sampler.values(0), row);
      }
    }
  }

  private static double chiSquare(long[] counts, double[] probabilities) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = ROWS * probabilities[i];
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  /**
   * The 1 - 1e-6 quantile of chi-square with 4 degrees of freedom; scipy.stats.chi2.isf(1e-6, 4).
   */
  private static final double CHI_SQUARE_4 = 33.3768;

  private static long[] wordCounts() {
    // red, grün, the empty word, made texts, null
    long[] counts = new long[5];
    forEachRow(
        "word",
        (values, row) -> {
          int code = ((Texts) values).codes()[row];
          counts[values.isNull(row) ? 4 : code == Texts.MADE ? 3 : code]++;
        });
    return counts;
  }

  @Test
  void categoriesHaveTheirProbabilities() {
    double[] probabilities = {0.4375, 0.21875, 0.109375, 0.109375, 0.125};
    assertThat(chiSquare(wordCounts(), probabilities)).isLessThan(CHI_SQUARE_4);
  }

  /** The companion: one percentage point moved from one category to another is seen. */
  @Test
  void wrongProbabilitiesAreRejected() {
    double[] probabilities = {0.4475, 0.20875, 0.109375, 0.109375, 0.125};
    assertThat(chiSquare(wordCounts(), probabilities)).isGreaterThan(CHI_SQUARE_4);
  }

  private static double[] lengths() {
    double[] lengths = new double[ROWS];
    int[] count = new int[1];
    forEachRow(
        "length",
        (values, row) -> {
          if (!values.isNull(row)) {
            lengths[count[0]++] = ((Doubles) values).array()[row];
          }
        });
    double[] sorted = Arrays.copyOf(lengths, count[0]);
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * Kolmogorov's distance to the uniform distribution on [low, high], times the root of the sample
   * size.
   */
  private static double kolmogorov(double[] sorted, double low, double high) {
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = (sorted[i] - low) / (high - low);
      distance =
          Math.max(
              distance, Math.max(p - i / (double) sorted.length, (i + 1.0) / sorted.length - p));
    }
    return distance * Math.sqrt(sorted.length);
  }

  /** P(K &gt; x) is about 2 exp(-2 x^2): 1e-6 at 2.694. */
  private static final double KOLMOGOROV = 2.694;

  @Test
  void continuousColumnsHaveTheirDistribution() {
    assertThat(kolmogorov(lengths(), -1.5, 2.5)).isLessThan(KOLMOGOROV);
  }

  /** The companion: an interval one percent longer is seen. */
  @Test
  void wrongDistributionsAreRejected() {
    assertThat(kolmogorov(lengths(), -1.5, 2.54)).isGreaterThan(KOLMOGOROV);
  }

  /**
   * The last two digits of 20,001 multiples of 0.05; the bound is scipy.stats.chi2.isf(1e-6, 19)
   * and the companion moves one digit.
   */
  @Test
  void gridValuesAreEquallyLikely() {
    long[] counts = new long[20];
    forEachRow("money", (values, row) -> counts[(int) (((Longs) values).array()[row] % 100) / 5]++);
    double[] probabilities = new double[20];
    Arrays.fill(probabilities, 1000.0 / 20_001);
    probabilities[0] = 1001.0 / 20_001;
    assertThat(chiSquare(counts, probabilities)).isLessThan(63.68);
    probabilities[0] = 0.06;
    assertThat(chiSquare(counts, probabilities)).isGreaterThan(63.68);
  }
}
