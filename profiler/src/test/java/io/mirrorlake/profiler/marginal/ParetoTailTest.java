package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ParetoTailTest {
  @Test
  void excessesAreThoseOfTheDistribution() {
    // shape 0: -scale ln(1 - p); shape 1/2: scale 2 ((1 - p)^(-1/2) - 1).
    assertThat(new ParetoTail(0, 3, true).excess(0.5)).isCloseTo(3 * Math.log(2), within(1e-12));
    assertThat(new ParetoTail(0.5, 3, true).excess(0.75)).isCloseTo(6, within(1e-12));
    // shape -1/2: scale 2 (1 - (1 - p)^(1/2)).
    assertThat(new ParetoTail(-0.5, 3, true).excess(0.75)).isCloseTo(3, within(1e-12));
  }

  @Test
  void positionsRiseFromOneEndOfTheIntervalToTheOther() {
    for (double shape : new double[] {-0.5, 0, 1e-9, 0.3}) {
      ParetoTail upper = new ParetoTail(shape, 2, true);
      ParetoTail lower = new ParetoTail(shape, 2, false);
      double before = 0;
      for (double p = 0; p <= 1; p += 0.0625) {
        double position = upper.position(p, 3);
        assertThat(position).isBetween(before, 1.0);
        assertThat(lower.position(1 - p, 3)).isCloseTo(1 - position, within(1e-12));
        before = position;
      }
      assertThat(upper.position(0, 3)).isZero();
      assertThat(before).isCloseTo(1, within(1e-9));
      assertThat(upper.position(0.5, 3)).isLessThan(0.5);
    }
  }

  @Test
  void refusesWhatHasNoMean() {
    for (double shape : new double[] {1, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ParetoTail(shape, 1, true))
          .withMessage("a tail of shape " + shape + " and scale 1.0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoTail(0, 0, true))
        .withMessage("a tail of shape 0.0 and scale 0.0");
  }
}
