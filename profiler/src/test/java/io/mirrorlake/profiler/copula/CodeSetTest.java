package io.mirrorlake.profiler.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CodeSetTest {
  @Test
  void containsItsCodesAndNoOther() {
    CodeSet set = CodeSet.of(255, 0, 63, 64, 64);

    assertThat(set.codes()).containsExactly(0, 63, 64, 255);
    assertThat(set.contains(63)).isTrue();
    assertThat(set.contains(127)).isFalse();
    assertThat(set).isEqualTo(CodeSet.of(0, 63, 64, 255)).hasToString("[0, 63, 64, 255]");
    assertThat(set).isNotEqualTo(CodeSet.of(0)).hasSameHashCodeAs(CodeSet.of(0, 63, 64, 255));
  }

  @Test
  void refusesNothingAndWhatIsNoCode() {
    assertThatThrownBy(CodeSet::of).hasMessage("a set of no codes");
    assertThatThrownBy(() -> CodeSet.of(-1)).hasMessage("code -1 is not in [0, 256)");
    assertThatThrownBy(() -> CodeSet.of(256)).hasMessage("code 256 is not in [0, 256)");
  }
}
