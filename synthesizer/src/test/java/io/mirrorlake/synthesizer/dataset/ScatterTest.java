package io.mirrorlake.synthesizer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScatterTest {
  private static Scatter scatter(long size, long window, Dealing dealing) {
    return Scatter.of(size, window, dealing, RandomStream.of(1, "t", "r", "slots", "0"));
  }

  @ParameterizedTest
  @EnumSource(Dealing.class)
  void everySizeIsPermutedInsideItsWindows(Dealing dealing) {
    for (long size : new long[] {1, 2, 3, 6, 7, 64, 99, 100, 1000}) {
      for (long window : new long[] {1, 10, 64, 5000}) {
        Scatter scatter = scatter(size, window, dealing);
        long[] images = LongStream.range(0, size).map(scatter::apply).toArray();
        assertThat(images).hasSize((int) size).doesNotHaveDuplicates();
        for (int i = 0; i < size; i++) {
          assertThat(images[i] / window).isEqualTo(i / window);
        }
      }
    }
  }

  /** Of n neighbours, any two lie at least size / (3 n) apart. */
  @Test
  void neighboursComeApart() {
    for (long size : new long[] {100, 1_000, 4_096, 30_030, (1L << 31) - 1}) {
      Scatter scatter = scatter(size, Long.MAX_VALUE, Dealing.APART);
      for (int neighbours : new int[] {2, 5, 20}) {
        long[] sorted = LongStream.range(0, neighbours).map(scatter::apply).sorted().toArray();
        for (int i = 1; i < neighbours; i++) {
          assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(size / (3L * neighbours));
        }
      }
    }
  }

  @Test
  void numbersTooLargeToMultiplyAreTakenInWindows() {
    long size = 1L << 40;
    Scatter scatter = scatter(size, Long.MAX_VALUE, Dealing.APART);

    assertThat(scatter.apply(size - 1)).isBetween(0L, size - 1);
    assertThat(Math.abs(scatter.apply(size / 2 + 1) - scatter.apply(size / 2))).isGreaterThan(1000);
  }
}
