package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.PatternFormat;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoricalMarginalFitterTest {
  private static final ColumnRule K = new ColumnRule(10);

  @Test
  void namesWhatEnoughUnitsCarryAndDropsTheRestWhereItIsTooSmall() {
    TextSketch sketch = new TextSketch(100, 0);
    add(sketch, "red", 60);
    add(sketch, "green", 30);
    add(sketch, "secret", 9);

    CategoricalMarginal marginal = CategoricalMarginalFitter.fit(sketch, K, Optional.empty());

    assertThat(marginal.categories())
        .containsExactly(new Category("red", 0.666667), new Category("green", 0.333333));
    assertThat(marginal.remainder()).isEmpty();
  }

  @Test
  void aNearUniqueColumnGivesItsFormatAndNoneOfItsValues() {
    TextSketch sketch = new TextSketch(10_000, 0);
    for (int i = 0; i < 3000; i++) {
      sketch.add("AB-%05d".formatted(i * 33), 0);
    }
    sketch.add("somebody's private remark", 0);

    CategoricalMarginal marginal = CategoricalMarginalFitter.fit(sketch, K, Optional.empty());

    assertThat(marginal.categories()).isEmpty();
    TextPattern pattern = patterns(marginal).get(0);
    assertThat(patterns(marginal)).hasSize(1);
    assertThat(pattern.runs())
        .containsExactly(
            new Run("A", 1, 1),
            new Run("B", 1, 1),
            new Run("-", 1, 1),
            new Run("0123456789", 5, 5));
  }

  @Test
  void aFewNullsAreNotTold() {
    TextSketch sketch = new TextSketch(100, 0);
    add(sketch, "red", 100);
    for (int i = 0; i < 9; i++) {
      sketch.addNull(0);
    }
    assertThat(CategoricalMarginalFitter.fit(sketch, K, Optional.empty()).nullProbability())
        .isZero();
    sketch.addNull(0);
    assertThat(CategoricalMarginalFitter.fit(sketch, K, Optional.empty()).nullProbability())
        .isEqualTo(0.0909091);
  }

  private static List<TextPattern> patterns(CategoricalMarginal marginal) {
    return ((PatternFormat) marginal.remainder().orElseThrow().format()).patterns();
  }

  private static void add(TextSketch sketch, String value, int times) {
    for (int i = 0; i < times; i++) {
      sketch.add(value, 0);
    }
  }
}
