package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PairedDifferencesTest {
  /** Differences 1, 3, 1, 3: mean 2, standard deviation 1, standard error 1/2. */
  @Test
  void theMeanIsMeasuredInItsStandardErrors() {
    PairedDifferences differences = PairedDifferences.of(new double[] {2, 5}, new double[] {1, 2});
    differences.add(new double[] {0, 0}, new double[] {-1, -3});

    assertThat(differences.mean()).isEqualTo(2);
    assertThat(differences.beyond(3.99)).isTrue();
    assertThat(differences.beyond(4.01)).isFalse();
  }

  @Test
  void theSignDoesNotMatterAndNoDifferenceIsNever() {
    assertThat(PairedDifferences.of(new double[] {1, 2}, new double[] {2, 5}).beyond(1.99))
        .isTrue();
    assertThat(PairedDifferences.of(new double[] {1}, new double[] {1}).beyond(0)).isFalse();
  }
}
