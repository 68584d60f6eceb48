package io.mirrorlake.evaluator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values by hand: {@code numpy.quantile(..., method="inverted_cdf")} is the same definition. */
final class QuantilesTest {
  @Test
  void aQuantileIsTheSmallestValueThatTheShareDoesNotExceed() {
    double[] four = {1, 2, 4, 8};
    assertThat(Quantiles.of(four, 0)).isEqualTo(1);
    assertThat(Quantiles.of(four, 0.25)).isEqualTo(1);
    assertThat(Quantiles.of(four, 0.26)).isEqualTo(2);
    assertThat(Quantiles.of(four, 0.5)).isEqualTo(2);
    assertThat(Quantiles.of(four, 0.75)).isEqualTo(4);
    assertThat(Quantiles.of(four, 0.76)).isEqualTo(8);
    assertThat(Quantiles.of(four, 1)).isEqualTo(8);
  }

  @Test
  void ofOneValueEveryQuantileIsIt() {
    assertThat(Quantiles.of(new double[] {3}, 0.01)).isEqualTo(3);
    assertThat(Quantiles.of(new double[] {3}, 0.99)).isEqualTo(3);
  }
}
