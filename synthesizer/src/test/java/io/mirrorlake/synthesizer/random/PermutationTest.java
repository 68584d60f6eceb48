package io.mirrorlake.synthesizer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
  private static final RandomStream STREAM = RandomStream.of(1, "t", "key");

  @Test
  void isOneToOneOnEverySmallDomain() {
    for (int size = 1; size <= 300; size++) {
      requirePermutation(size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4095, 4096, 4097, 65_537, 1_000_003})
  void isOneToOneOnLargerDomains(int size) {
    requirePermutation(size);
  }

  private static void requirePermutation(int size) {
    Permutation permutation = Permutation.of(size, STREAM);
    BitSet seen = new BitSet(size);
    for (int i = 0; i < size; i++) {
      seen.set((int) permutation.apply(i));
    }
    assertThat(seen.cardinality()).isEqualTo(size);
    assertThat(seen.length()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 1L << 62, (1L << 62) + 1, 1_000_000_000_000_000_000L})
  void staysInsideHugeDomains(long size) {
    Permutation permutation = Permutation.of(size, STREAM);
    for (long i = 0; i < 1000; i++) {
      assertThat(permutation.apply(size - 1 - i)).isBetween(0L, size - 1);
    }
  }

  @Test
  void dependsOnTheStream() {
    Permutation one = Permutation.of(1_000_000, STREAM);
    Permutation other = Permutation.of(1_000_000, RandomStream.of(2, "t", "key"));
    long same = 0;
    for (int i = 0; i < 1000; i++) {
      same += one.apply(i) == other.apply(i) ? 1 : 0;
    }
    // A random pair agrees on 1000 points with a mean of 0.001: three agreements have a probability
    // of 2e-10.
    assertThat(same).isLessThan(3);
  }

  /**
   * The least significant bits of 100,000 images are a fair coin: the number of ones has a standard
   * deviation of 158, and 5 of them, 790, are passed with a probability of 6e-7. The identity,
   * which is no random permutation, fails on serial pairs.
   */
  @Test
  void scattersNeighbours() {
    assertThat(serialAgreement(Permutation.of(1 << 30, STREAM)))
        .isBetween(50_000 - 790, 50_000 + 790);
  }

  private static int serialAgreement(Permutation permutation) {
    int agreement = 0;
    for (int i = 0; i < 100_000; i++) {
      agreement += ((permutation.apply(2L * i) ^ permutation.apply(2L * i + 1)) & 1) == 0 ? 1 : 0;
    }
    return agreement;
  }

  @Test
  void refusesWhatIsOutside() {
    Permutation permutation = Permutation.of(10, STREAM);
    assertThatThrownBy(() -> permutation.apply(10)).hasMessage("index 10 is outside [0, 10)");
    assertThatThrownBy(() -> permutation.apply(-1)).hasMessage("index -1 is outside [0, 10)");
    assertThatThrownBy(() -> Permutation.of(0, STREAM)).hasMessage("a permutation of 0 values");
  }
}
