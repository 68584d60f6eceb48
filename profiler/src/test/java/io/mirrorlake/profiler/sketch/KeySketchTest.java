package io.mirrorlake.profiler.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeySketchTest {
  @Test
  void aKeyHasNoRepeatedValue() {
    KeySketch sketch = new KeySketch(1 << 10);
    for (int i = 0; i < 100_000; i++) {
      sketch.add(Hashing.mix(i));
    }
    assertThat(sketch.isExact()).isFalse();
    assertThat(sketch.repeated()).isZero();
  }

  @Test
  void oneRepeatedValueIsSeenWhereAllAreWatched() {
    KeySketch sketch = new KeySketch(1 << 10);
    for (int i = 0; i < 1000; i++) {
      sketch.add(Hashing.mix(i));
    }
    sketch.add(Hashing.mix(17));

    assertThat(sketch.isExact()).isTrue();
    assertThat(sketch.repeated()).isEqualTo(1);
  }

  @Test
  void fivePercentOfRepeatedValuesAreSeenInASample() {
    KeySketch sketch = new KeySketch(1 << 10);
    for (int i = 0; i < 100_000; i++) {
      sketch.add(Hashing.mix(i % 20 == 0 ? i / 2 : i));
    }
    // At least 512 watched values; none of a share of 5 % among them: 0.95^512 < 1e-11.
    assertThat(sketch.repeated()).isPositive();
  }
}
