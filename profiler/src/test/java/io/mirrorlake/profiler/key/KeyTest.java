package io.mirrorlake.profiler.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.marginal.TextPattern.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyTest {
  private static final String DIGITS = "0123456789";

  @Test
  void aPatternHasAsManyTextsAsItsAlphabetsAllow() {
    assertThat(domain()).isEqualTo(1);
    assertThat(domain(new Run("AB", 3, 3), new Run("-", 1, 1), new Run(DIGITS, 1, 4)))
        .isEqualTo(80_000);
    assertThat(domain(new Run(DIGITS, 18, 18))).isEqualTo(1_000_000_000_000_000_000L);
  }

  @Test
  void theDomainIsCapped() {
    assertThat(domain(new Run(DIGITS, 19, 19))).isEqualTo(1L << 62);
    assertThat(domain(new Run("01", 62, 62))).isEqualTo(1L << 62);
    assertThat(domain(new Run("01", 61, 61))).isEqualTo(1L << 61);
    assertThat(domain(new Run("0", 1, Integer.MAX_VALUE), new Run(DIGITS, 1, 1))).isEqualTo(10);
  }

  @Test
  void refusesWhatIsNotOneToOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Key.Sequence(1, 0))
        .withMessage("a key sequence needs a step other than 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Key.Scattered(1, 0))
        .withMessage("a key range needs a positive size: 0");
  }

  private static long domain(Run... runs) {
    return new Key.Formatted(new TextPattern(1, List.of(runs))).domain();
  }
}
