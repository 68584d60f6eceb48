package io.mirrorlake.profiler.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CodePartsTest {
  @Test
  void keepsTheCodesThatHaveParts() {
    CodeParts parts = CodeParts.ofDense(new int[] {0, 3, 0, 4});

    assertThat(parts).isEqualTo(CodeParts.of(new int[] {1, 3}, new int[] {3, 4}));
    assertThat(parts.size()).isEqualTo(2);
    assertThat(parts.code(1)).isEqualTo(3);
    assertThat(parts.parts(1)).isEqualTo(4);
    assertThat(parts.total()).isEqualTo(7);
    assertThat(parts).hasToString("=1*3,3*4");
  }

  @Test
  void refusesWhatAreNoParts() {
    assertThatThrownBy(() -> CodeParts.of(new int[] {1}, new int[0]))
        .hasMessage("1 codes with 0 parts");
    assertThatThrownBy(() -> CodeParts.of(new int[] {1, 1}, new int[] {1, 1}))
        .hasMessage("codes do not rise: [1, 1]");
    assertThatThrownBy(() -> CodeParts.of(new int[] {-1}, new int[] {1}))
        .hasMessage("codes do not rise: [-1]");
    assertThatThrownBy(() -> CodeParts.of(new int[] {7}, new int[] {-2}))
        .hasMessage("code 7 has -2 parts");
  }
}
