package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Remainder;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CategoricalMarginalTest {
  private static final TextFormat DIGITS =
      TextFormat.of(new TextPattern(1, List.of(new Run("0123456789", 1, 3))));
  private static final CategoricalMarginal MARGINAL =
      new CategoricalMarginal(
          0.5,
          List.of(new Category("a", 0.5), new Category("b", 0.3)),
          Optional.of(new Remainder(0.2, DIGITS)));

  @Test
  void theRemainderIsTheLastSegment() {
    assertThat(MARGINAL.segmentCount()).isEqualTo(3);
    assertThat(MARGINAL.weight(2)).isEqualTo(0.2);
    assertThat(MARGINAL.edges()).containsExactly(new double[] {0, 0.25, 0.4, 0.5}, within(1e-12));
  }

  @Test
  void reorders() {
    assertThat(MARGINAL.withOrder(new int[] {1, 0}).categories())
        .containsExactly(new Category("b", 0.3), new Category("a", 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARGINAL.withOrder(new int[] {0}))
        .withMessage("1 positions for 2 categories");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARGINAL.withOrder(new int[] {0, 0}))
        .withMessage("category 'a' is named twice");
  }

  @Test
  void refusesWhatIsNoDistribution() {
    List<Category> half = List.of(new Category("a", 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CategoricalMarginal(0, half, Optional.empty()))
        .withMessage("segment probabilities sum to 0.5, not to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Category("a", 0))
        .withMessage("a category's probability must lie in (0, 1]: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Remainder(Double.NaN, DIGITS))
        .withMessage("a category's probability must lie in (0, 1]: NaN");
  }

  @Test
  void refusesWhatIsNoFormat() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatternFormat(List.of(), CheckDigit.NONE))
        .withMessage("a text format needs a pattern");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextFormat.of(new TextPattern(0.5, List.of())))
        .withMessage("pattern probabilities sum to 0.5, not to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextPattern(2, List.of()))
        .withMessage("a pattern's probability must lie in (0, 1]: 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Run("ba", 1, 1))
        .withMessage("the alphabet 'ba' is not in rising order");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Run("ab", 2, 1))
        .withMessage("a run of 'ab' with length 2 to 1");
  }
}
