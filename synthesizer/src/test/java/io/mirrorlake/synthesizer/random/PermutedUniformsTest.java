package io.mirrorlake.synthesizer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A thousand neighbouring rows of 16,384 in ten parts of (0, 1), against chance. */
final class PermutedUniformsTest {
  private static final int ROWS = 1 << 14;
  private static final int SOME = 1_000;
  private static final int PARTS = 10;

  private static RandomStream stream(String purpose) {
    return RandomStream.of(17, "client", "@district", purpose);
  }

  private static final StratifiedSequence EVEN = StratifiedSequence.of(stream("value"));

  private static final Uniforms PERMUTED =
      new PermutedUniforms(EVEN, Permutation.of(ROWS, stream("order")));

  /** Pearson's statistic: nine on average by chance, near zero where rows are spread evenly. */
  private static double chiSquare(Uniforms of, long first, int rows) {
    double[] uniforms = new double[rows];
    of.uniforms(first, rows, uniforms);
    int[] counts = new int[PARTS];
    for (double u : uniforms) {
      counts[(int) (u * PARTS)]++;
    }
    double expected = (double) rows / PARTS;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  @Test
  void allRowsAreSpreadEvenlyAndNoPartOfThemIs() {
    assertThat(chiSquare(EVEN, 0, ROWS)).isLessThan(0.01);
    assertThat(chiSquare(PERMUTED, 0, ROWS)).isLessThan(0.01);
    double even = 0;
    double permuted = 0;
    for (int window = 0; window < 16; window++) {
      even += chiSquare(EVEN, 1_000L * window, SOME) / 16;
      permuted += chiSquare(PERMUTED, 1_000L * window, SOME) / 16;
    }
    assertThat(even).isLessThan(0.5);
    // The mean of 16 such statistics has a standard error of sqrt(18 / 16) = 1.1.
    assertThat(permuted).isCloseTo(9, within(4.0));
  }

  @Test
  void numbersBelongToRowsHoweverManyAreAskedFor() {
    double[] many = new double[50];
    PERMUTED.uniforms(ROWS - 20, many.length, many);
    double[] one = new double[1];
    for (int i = 0; i < many.length; i++) {
      PERMUTED.uniforms(ROWS - 20L + i, 1, one);
      assertThat(one[0]).isEqualTo(many[i]);
    }
    EVEN.uniforms(ROWS + 7L, 1, one);
    assertThat(many[27]).isEqualTo(one[0]);
  }
}
