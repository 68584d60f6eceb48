package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.CodeParts;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LeafPartsTest {
  private static final double[] THIRDS = {1.0 / 3, 0, 0.01, 1 - 0.01 - 1.0 / 3};

  @Test
  void partsByHand() {
    // 16 parts: cumulative 5.33, 5.33, 5.49, 16, moved by 0.6 and cut off: 5, 5, 6, 16.
    assertThat(LeafParts.of(THIRDS, 12, 0.6))
        .isEqualTo(CodeParts.of(new int[] {0, 2, 3}, new int[] {5, 1, 10}));
    assertThat(LeafParts.of(THIRDS, 12, 0.2))
        .isEqualTo(CodeParts.of(new int[] {0, 3}, new int[] {5, 11}));
  }

  @Test
  void tellsRowsToAFactorOfTwoOnly() {
    for (int rows : new int[] {1, 12, 31}) {
      assertThat(LeafParts.of(THIRDS, rows, 0.5).total()).isEqualTo(16);
    }
    assertThat(LeafParts.of(THIRDS, 64, 0.5)).isEqualTo(LeafParts.of(THIRDS, 127, 0.5));
    assertThat(LeafParts.of(THIRDS, 1 << 20, 0.5).total()).isEqualTo(1 << 16);
  }

  /**
   * The mean over 20,000 offsets of a code's parts, which are one of two neighbouring numbers, has
   * a standard error of at most 0.0036; six of them fail with a probability below 1e-8.
   */
  @Test
  void isUnbiasedAndOffByLessThanOne() {
    SplittableRandom random = new SplittableRandom(4);
    double[] sums = new double[THIRDS.length];
    int tellings = 20_000;
    for (int i = 0; i < tellings; i++) {
      CodeParts parts = LeafParts.of(THIRDS, 12, random.nextDouble());
      for (int c = 0; c < parts.size(); c++) {
        assertThat(parts.parts(c)).isCloseTo((int) (16 * THIRDS[parts.code(c)]), within(1));
        sums[parts.code(c)] += parts.parts(c);
      }
    }
    for (int code = 0; code < sums.length; code++) {
      assertThat(sums[code] / tellings).isCloseTo(16 * THIRDS[code], within(0.022));
    }
  }
}
