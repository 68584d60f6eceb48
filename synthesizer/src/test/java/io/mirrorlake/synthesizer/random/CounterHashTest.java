package io.mirrorlake.synthesizer.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CounterHashTest {
  /** The JDK's SplittableRandom is SplitMix64 with the same constants. */
  @Test
  void isSplitMix64() {
    SplittableRandom reference = new SplittableRandom(12345);
    for (int i = 0; i < 100; i++) {
      assertThat(CounterHash.hash(12345, i)).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void staysBelowTheBound() {
    assertThat(CounterHash.below(0, 10)).isZero();
    assertThat(CounterHash.below(-1, 10)).isEqualTo(9);
    assertThat(CounterHash.below(Long.MIN_VALUE, 10)).isEqualTo(5);
    assertThat(CounterHash.below(-1, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE - 1);
    assertThat(CounterHash.below(-1, 1)).isZero();
  }
}
