package io.mirrorlake.synthesizer.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BivariateNormalTest {

  /**
   * References by mpmath 1.3, 40 digits: quad(lambda x: npdf(x) * ncdf((t - r * x) / sqrt(1 -
   * r**2)), [-12, ..., z]) with break points at the whole numbers and at t / r.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.5, 0.33333333333333333, 1e-9",
    "1, 0.5, 0.3, 0.60930867779999558, 1e-9",
    "-1.5, 0.7, -0.6, 0.019372920128727255, 1e-9",
    "0.25, -1, 0.9, 0.15852415661779197, 1e-9",
    "2, 1.25, -0.95, 0.87160009438496554, 1e-8",
    "-3, 0.5, 0.8, 0.0013498977331106006, 1e-9",
    "0.5, -0.75, 0.995, 0.2266273523768682, 1e-5",
    "6, 0.3, -0.7, 0.61791142120236499, 1e-9"
  })
  void agreesWithReferences(double z, double t, double r, double expected, double error) {
    assertThat(BivariateNormal.of(t, r).cumulativeProbability(z))
        .isCloseTo(expected, within(error));
    BivariateNormal pair = BivariateNormal.of(t, r);
    assertThat(pair.cumulativeProbability(pair.quantile(0.9 * expected)))
        .isCloseTo(0.9 * expected, within(1e-15));
  }

  /** Sheppard's formula: P(Z < 0, M < 0) = 1/4 + arcsin(r) / (2 pi). */
  @ParameterizedTest
  @ValueSource(doubles = {-0.99, -0.7, 0.001, 0.6, 0.99})
  void agreesWithSheppard(double r) {
    assertThat(BivariateNormal.of(0, r).cumulativeProbability(0))
        .isCloseTo(0.25 + Math.asin(r) / (2 * Math.PI), within(1e-9));
  }

  /** Without a correlation it is Phi(t) Phi(z), at any place between the nodes. */
  @Test
  void isTheProductWithoutACorrelation() {
    BivariateNormal pair = BivariateNormal.of(0.4, 1e-300);
    for (double z = -5; z < 5; z += 0.0371) {
      double product =
          StandardNormal.cumulativeProbability(0.4) * StandardNormal.cumulativeProbability(z);
      assertThat(pair.cumulativeProbability(z)).isCloseTo(product, within(1e-10));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.99999, -0.5, 0.8, 0.99999})
  void risesFromZeroToTheProbabilityOfTheThreshold(double r) {
    BivariateNormal pair = BivariateNormal.of(-0.5, r);
    assertThat(pair.cumulativeProbability(Double.NEGATIVE_INFINITY)).isZero();
    double end = StandardNormal.cumulativeProbability(-0.5);
    assertThat(pair.cumulativeProbability(Double.POSITIVE_INFINITY)).isCloseTo(end, within(1e-15));
    double last = 0;
    for (double z = -9; z < 9; z += 0.0013) {
      assertThat(pair.cumulativeProbability(z)).isGreaterThanOrEqualTo(last);
      last = pair.cumulativeProbability(z);
    }
    assertThat(pair.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(pair.quantile(end + 1e-9)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void refusesWhatIsNoPair() {
    assertThatThrownBy(() -> BivariateNormal.of(0, 1)).hasMessage("threshold 0.0, correlation 1.0");
    assertThatThrownBy(() -> BivariateNormal.of(Double.NaN, 0))
        .hasMessage("threshold NaN, correlation 0.0");
  }
}
