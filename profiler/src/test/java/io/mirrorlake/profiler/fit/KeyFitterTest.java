package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyFitterTest {
  private static final ColumnRule RULE = new ColumnRule(10);

  @Test
  void denseNumbersAreASequence() {
    assertThat(KeyFitter.fit(numbers(3, 1, 1000), RULE)).isEqualTo(new Key.Sequence(1, 1));
    assertThat(KeyFitter.fit(numbers(10_137, 1, 1000), RULE))
        .isEqualTo(new Key.Sequence(10_000, 1));
  }

  @Test
  void sparseNumbersAreScatteredOverARangeThatHidesTheRealOne() {
    Key.Scattered key = (Key.Scattered) KeyFitter.fit(numbers(1234, 977, 1000), RULE);
    assertThat(key).isEqualTo(new Key.Scattered(1, 1_000_000));
  }

  @Test
  void aFewKeysFarOutsideDoNotShow() {
    NumericSketch sketch = numbers(1, 1, 1000);
    for (int i = 0; i < 9; i++) {
      sketch.add(987_654_321_000.0 + i, 0);
    }
    sketch.add(-77_777, 0);
    assertThat(KeyFitter.fit(sketch, RULE)).isEqualTo(new Key.Sequence(1, 1));
  }

  @Test
  void aRoundKeyIsNotTheStart() {
    assertThat(KeyFitter.fit(numbers(4000, 1, 1000), RULE)).isEqualTo(new Key.Sequence(3000, 1));
  }

  @Test
  void universallyUniqueIdentifiersAreRecognised() {
    TextSketch sketch = new TextSketch(1000, 0);
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      sketch.add(new UUID(random.nextLong(), random.nextLong()).toString(), 0);
    }
    assertThat(KeyFitter.fit(sketch, RULE)).isEqualTo(new Key.Uuid());
  }

  @Test
  void codesKeepTheirFormat() {
    TextSketch sketch = new TextSketch(10_000, 0);
    for (int i = 0; i < 5000; i++) {
      sketch.add("C%06d".formatted(i * 199), 0);
    }
    Key.Formatted key = (Key.Formatted) KeyFitter.fit(sketch, RULE);
    assertThat(key.pattern().runs())
        .containsExactly(new Run("C", 1, 1), new Run("0123456789", 6, 6));
    assertThat(key.domain()).isEqualTo(1_000_000);
  }

  private static NumericSketch numbers(long start, long step, int count) {
    NumericSketch sketch = new NumericSketch(10_000, 0);
    for (int i = 0; i < count; i++) {
      sketch.add((double) (start + step * i), 0);
    }
    return sketch;
  }
}
