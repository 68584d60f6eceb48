package io.mirrorlake.profiler.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSketchTest {
  @Test
  void countsEveryValueWhileTheyFit() {
    TextSketch sketch = new TextSketch(10, 0);
    for (String value : new String[] {"b", "a", "b", ""}) {
      sketch.add(value, 0);
    }
    sketch.addNull(0);

    assertThat(sketch.isExact()).isTrue();
    assertThat(sketch.rows()).isEqualTo(4);
    assertThat(sketch.nulls().rows()).isEqualTo(1);
    assertThat(sketch.distinct()).isEqualTo(3);
    assertThat(sketch.frequent().get(0).getKey()).isEqualTo("b");
    assertThat(sketch.frequent().get(0).getValue().rows()).isEqualTo(2);
  }

  @Test
  void keepsFrequentValuesAndASampleOfTheRestBeyondItsCapacity() {
    TextSketch sketch = new TextSketch(1000, 0);
    for (int i = 0; i < 100_000; i++) {
      sketch.add(i % 4 == 0 ? "common" : "value " + i, 0);
    }

    assertThat(sketch.isExact()).isFalse();
    assertThat(sketch.sample()).hasSizeBetween(300, 1000);
    // 75,001 distinct values; the sample's relative standard error is at most 1 / sqrt(300) = 6 %,
    // and 4 of them 24 %.
    assertThat(sketch.distinct()).isBetween(57_000L, 93_000L);
    assertThat(sketch.frequent().get(0).getKey()).isEqualTo("common");
    assertThat(sketch.frequent().get(0).getValue().rows()).isBetween(24_900L, 25_000L);
  }

  @Test
  void cutsDocumentsShort() {
    TextSketch sketch = new TextSketch(10, 0);
    sketch.add("x".repeat(100_000), 0);

    assertThat(sketch.sample().keySet()).containsExactly("x".repeat(TextSketch.MAX_LENGTH));
  }
}
