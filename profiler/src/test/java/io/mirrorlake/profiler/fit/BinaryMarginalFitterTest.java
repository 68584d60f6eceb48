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
import org.junit.jupiter.api.Test;

class BinaryMarginalFitterTest {
  private static final ColumnRule RULE = new ColumnRule(10);
  private static final String DIGITS = "0123456789ABCDEF";

  private final TextSketch sketch = new TextSketch(4096, 0);

  private void add(String text, int times) {
    for (int i = 0; i < times; i++) {
      sketch.add(text, 0);
    }
  }

  @Test
  void namesWhatEnoughUnitsShare() {
    add("2:00FF", 30);
    add("0:", 10);
    assertThat(BinaryMarginalFitter.fit(sketch, RULE).categories())
        .containsExactly(new Category("00FF", 0.75), new Category("", 0.25));
  }

  @Test
  void tellsLengthsOfTheRestAndNoneOfTheBytes() {
    for (int i = 0; i < 40; i++) {
      add("4:000000" + String.format("%02X", i), 1);
    }
    // Lengths 6 to 9, none of which ten values have; the longest of all is one unit's and
    // does not show: its row counts with its neighbours.
    for (int i = 0; i < 16; i++) {
      add((6 + i % 4) + ":AA" + i, 1);
    }
    add("100000:AB", 1);
    CategoricalMarginal marginal = BinaryMarginalFitter.fit(sketch, RULE);
    assertThat(marginal.categories()).isEmpty();
    assertThat(((PatternFormat) marginal.remainder().orElseThrow().format()).patterns())
        .extracting(TextPattern::runs)
        .containsExactly(List.of(new Run(DIGITS, 8, 8)), List.of(new Run(DIGITS, 8, 16)));
  }

  @Test
  void aValueThatIsCutIsNoCategory() {
    add("500:" + "AB".repeat(BytesText.MAX_BYTES), 20);
    assertThat(BinaryMarginalFitter.fit(sketch, RULE).categories()).isEmpty();
    assertThat(BytesText.category("500:ABAB")).isEqualTo("500:ABAB");
    assertThat(BytesText.category("2:ABAB")).isEqualTo("ABAB");
  }

  @Test
  void fewerThanTheThresholdAreToldAsNull() {
    add("2:00FF", 9);
    assertThat(BinaryMarginalFitter.fit(sketch, RULE).nullProbability()).isEqualTo(1);
  }
}
