package io.mirrorlake.profiler.relation.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueSampleTest {
  private static ValueSample of(long from, long to, int capacity) {
    ValueSample sample = new ValueSample(capacity);
    for (long value = from; value < to; value++) {
      sample.add(value);
    }
    return sample;
  }

  @Test
  void smallColumnsAreExact() {
    ValueSample sample = of(0, 1000, 1024);
    assertThat(sample.isExact()).isTrue();
    assertThat(sample.distinct()).isEqualTo(1000);
    assertThat(sample.coverage(of(500, 2000, 2048))).isEqualTo(0.5);
    assertThat(sample.shareOf(of(500, 2500, 2048))).isEqualTo(0.25);
    sample.add(7);
    assertThat(sample.isUnique()).isFalse();
    assertThat(sample.greatestCount()).isEqualTo(2);
  }

  @Test
  void largeColumnsAreEstimated() {
    ValueSample sample = of(0, 100_000, 4096);
    assertThat(sample.isExact()).isFalse();
    // A standard error of 1 / sqrt(2048) at most: five of them fail once in 10^6 times.
    assertThat(sample.distinct() / 100_000.0).isCloseTo(1, within(0.11));
    assertThat(sample.coverage(of(25_000, 125_000, 4096))).isCloseTo(0.75, within(0.055));
    assertThat(sample.coverage(of(100_000, 200_000, 4096))).as("none in common").isZero();
  }

  @Test
  void mergingIsAssociativeAndCommutative() {
    ValueSample left = of(0, 3_000, 1024);
    left.merge(of(2_000, 9_000, 1024));
    left.merge(of(8_000, 9_500, 1024));
    ValueSample last = of(8_000, 9_500, 1024);
    ValueSample right = of(2_000, 9_000, 1024);
    right.merge(last);
    right.merge(of(0, 3_000, 1024));
    assertThat(right.distinct()).isEqualTo(left.distinct());
    assertThat(right.greatestCount()).isEqualTo(left.greatestCount());
    assertThat(right.coverage(left)).isEqualTo(1);
    assertThat(left.coverage(right)).isEqualTo(1);
  }
}
