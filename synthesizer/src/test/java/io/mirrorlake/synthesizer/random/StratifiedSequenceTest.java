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
    "0, 16",
    "48, 16",
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

  /** One of a few thousand that are drawn given another has its share too. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "0, 3", "1, 2", "1, 3", "2, 3"})
  void dimensionsAreSpreadTogether(int one, int other) {
    RandomStream dealing = RandomStream.of(7, "t", "deal");
    double[] first = new double[4096];
    double[] second = new double[4096];
    StratifiedSequence.of(one, dealing, RandomStream.of(7, "t", "a")).uniforms(0, 4096, first);
    StratifiedSequence.of(other, dealing, RandomStream.of(7, "t", "b")).uniforms(0, 4096, second);

    int[] rows = new int[256];
    for (int i = 0; i < first.length; i++) {
      rows[16 * (int) (16 * first[i]) + (int) (16 * second[i])]++;
    }
    // 16 each; by chance, the sum of squares were 256 * 16.
    double squares = 0;
    for (int count : rows) {
      squares += (count - 16) * (count - 16);
    }
    assertThat(squares).isLessThan(256 * 16 / 8.0);
  }

  /**
   * With 65,536 pairs, the standard error of a correlation is 0.004; of two rows of a block, the
   * one tells by a sixteenth what the other is not.
   */
  @ParameterizedTest
  @CsvSource({"1", "2", "8", "15", "16", "63", "64"})
  void rowsTellNothingOfTheirNeighbours(int apart) {
    double[] uniforms = uniforms(3, 0, 65_536 + apart);
    double sum = 0;
    for (int i = 0; i < 65_536; i++) {
      sum += (uniforms[i] - 0.5) * (uniforms[i + apart] - 0.5) * 12;
    }
    assertThat(sum / 65_536).isBetween(-0.075, 0.035);
  }

  /** Of the rows of a narrow part of one sequence, another one by itself has places everywhere. */
  @Test
  void sequencesByThemselvesKnowNothingOfEachOther() {
    double[] one = uniforms(1, 0, 16_384);
    double[] other = uniforms(2, 0, 16_384);
    double squares = 0;
    for (int part = 0; part < 128; part++) {
      int[] rows = new int[16];
      for (int i = 0; i < one.length; i++) {
        if ((int) (128 * one[i]) == part) {
          rows[(int) (128 * other[i]) % 16]++;
        }
      }
      for (int count : rows) {
        squares += (count - 8) * (count - 8);
      }
    }
    // By chance 7.5 for each of 128 times 16 counts of 8.
    assertThat(squares / (128 * 16)).isLessThan(10);
  }

  @Test
  void readsAnyRowsAlike() {
    double[] all = uniforms(5, 1000, 300);
    assertThat(uniforms(5, 1100, 50)).containsExactly(Arrays.copyOfRange(all, 100, 150));
    assertThat(uniforms(6, 1000, 300)).isNotEqualTo(all);
  }
}
