package io.mirrorlake.synthesizer.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratifiedSequenceTest {
  private static StratifiedSequence sequence(long seed) {
    return StratifiedSequence.of(RandomStream.of(seed, "t", "#children"));
  }

  private static double[] uniforms(long seed, long first, int count) {
    double[] uniforms = new double[count];
    sequence(seed).uniforms(first, count, uniforms);
    return uniforms;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 64",
    "64, 64",
    "640, 128",
    "4096, 4096",
    "65536, 65536",
    "4294967296, 1024",
    "9007199254740992, 256"
  })
  void everyStratumHasOneRowOfABlock(long first, int rows) {
    BitSet strata = new BitSet(rows);
    for (double uniform : uniforms(1, first, rows)) {
      strata.set((int) (uniform * rows));
    }
    assertThat(strata.cardinality()).isEqualTo(rows);
  }

  /**
   * The mean of ten blocks is off by less than a tenth of what independent rows would be off by.
   */
  @Test
  void meansAreNearlyExact() {
    double squares = 0;
    for (int i = 0; i < 1000; i++) {
      double sum = 0;
      for (double uniform : uniforms(i, 0, 640)) {
        sum += uniform;
      }
      squares += (sum / 640 - 0.5) * (sum / 640 - 0.5);
    }
    double independent = 1 / Math.sqrt(12.0 * 640);
    assertThat(Math.sqrt(squares / 1000)).isLessThan(independent / 10);
  }

  /** With 65,536 pairs, the standard error of a correlation is 0.004. */
  @ParameterizedTest
  @CsvSource({"1", "2", "8", "63", "64"})
  void rowsTellNothingOfTheirNeighbours(int apart) {
    double[] uniforms = uniforms(3, 0, 65_536 + apart);
    double sum = 0;
    for (int i = 0; i < 65_536; i++) {
      sum += (uniforms[i] - 0.5) * (uniforms[i + apart] - 0.5) * 12;
    }
    assertThat(sum / 65_536).isBetween(-0.035, 0.035);
  }

  @Test
  void readsAnyRowsAlike() {
    double[] all = uniforms(5, 1000, 300);
    assertThat(uniforms(5, 1100, 50)).containsExactly(Arrays.copyOfRange(all, 100, 150));
    assertThat(uniforms(6, 1000, 300)).isNotEqualTo(all);
  }
}
