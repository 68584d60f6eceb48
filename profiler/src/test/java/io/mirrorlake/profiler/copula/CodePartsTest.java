package io.mirrorlake.profiler.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CodePartsTest {
  @Test
  void keepsWhatOccurred() {
    CodeParts counts = CodeParts.ofDense(new int[] {0, 3, 0, 4});
    int[] dense = {1, 1, 1, 1};
    counts.addTo(dense);

    assertThat(counts).isEqualTo(CodeParts.of(new int[] {1, 3}, new int[] {3, 4}));
    assertThat(counts.size()).isEqualTo(2);
    assertThat(counts.code(1)).isEqualTo(3);
    assertThat(counts.count(1)).isEqualTo(4);
    assertThat(counts.total()).isEqualTo(7);
    assertThat(counts).hasToString("=1*3,3*4");
    assertThat(dense).containsExactly(1, 4, 1, 5);
  }

  @Test
  void refusesWhatAreNoCounts() {
    assertThatThrownBy(() -> CodeParts.of(new int[] {1}, new int[0]))
        .hasMessage("1 codes with 0 counts");
    assertThatThrownBy(() -> CodeParts.of(new int[] {1, 1}, new int[] {1, 1}))
        .hasMessage("codes do not rise: [1, 1]");
    assertThatThrownBy(() -> CodeParts.of(new int[] {-1}, new int[] {1}))
        .hasMessage("codes do not rise: [-1]");
    assertThatThrownBy(() -> CodeParts.of(new int[] {7}, new int[] {-2}))
        .hasMessage("code 7 is counted -2");
  }
}
