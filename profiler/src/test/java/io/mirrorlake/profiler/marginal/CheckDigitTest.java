package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {
  /** The examples of the standards and of the registries that use them. */
  @ParameterizedTest
  @CsvSource({
    "LUHN, 79927398713, 10",
    "LUHN, 4111 1111 1111 1111, 18",
    "IBAN, GB82 WEST 1234 5698 7654 32, 2",
    "IBAN, DE89370400440532013000, 3",
    "EAN, 4006381333931, 12",
    "EAN, 978-0-306-40615-7, 16",
    "MOD11, 0-306-40615-2, 12",
    "MOD11, 0-8044-2957-X, 12",
    "MOD11, 0378-5955, 8",
    "MOD97, 5493001KJTIIGC8Y1R12, 18"
  })
  void knowsRightFromWrong(CheckDigit check, String text, int place) {
    assertThat(check.holds(text)).isTrue();

    char[] changed = text.toCharArray();
    changed[place] = changed[place] == '5' ? '6' : '5';
    assertThat(check.holds(new String(changed))).isFalse();

    check.complete(changed, changed.length);
    assertThat(new String(changed)).isEqualTo(text);
  }

  @Test
  void whatIsTooShortHasNoCheckDigit() {
    char[] one = {'-', '7'};
    for (CheckDigit check : CheckDigit.values()) {
      assertThat(check.holds("-7")).isEqualTo(check == CheckDigit.NONE);
      check.complete(one, 2);
      assertThat(one).containsExactly('-', '7');
    }
  }
}
