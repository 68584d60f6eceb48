package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PiecewiseSpreadTest {
  private static final PiecewiseSpread SPREAD =
      new PiecewiseSpread(List.of(0.5, 0.75), List.of(0.25, 0.5));

  @Test
  void positionsLieOnThePolygon() {
    assertThat(SPREAD.position(0, 8)).isZero();
    assertThat(SPREAD.position(0.25, 8)).isEqualTo(0.125);
    assertThat(SPREAD.position(0.5, 8)).isEqualTo(0.25);
    assertThat(SPREAD.position(0.625, 8)).isEqualTo(0.375);
    assertThat(SPREAD.position(0.875, 8)).isEqualTo(0.75);
    assertThat(SPREAD.position(1, 8)).isEqualTo(1);
  }

  @Test
  void partsAreEvenAndShareTheWeight() {
    assertThat(SPREAD.parts(new Segment(10, 18, 0.8, SPREAD), Grid.CONTINUOUS))
        .containsExactly(
            new Segment(10, 12, 0.4), new Segment(12, 14, 0.2), new Segment(14, 18, 0.2));
    assertThat(SPREAD.parts(new Segment(10, 17, 0.8, SPREAD), Grid.INTEGERS))
        .containsExactly(
            new Segment(10, 11, 0.4), new Segment(12, 13, 0.2), new Segment(14, 17, 0.2));
    // Of four values, none has a part of its own.
    assertThat(SPREAD.parts(new Segment(10, 13, 0.8, SPREAD), Grid.INTEGERS))
        .containsExactly(new Segment(10, 11, 0.6000000000000001), new Segment(12, 13, 0.2));
  }

  @Test
  void refusesCornersThatFall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PiecewiseSpread(List.of(0.5, 0.5), List.of(0.25, 0.5)))
        .withMessage("a spread by [0.5, 0.5] at [0.25, 0.5]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PiecewiseSpread(List.of(0.5), List.of(1.5)))
        .withMessage("a spread by [0.5] at [1.5]");
  }
}
