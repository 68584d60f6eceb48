package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Nulls lie at or above the share of the values on a u-scale. */
class NullSteeringTest {
  private static final double[] SOURCE = {0.1, 0.95, 0.95, 0.1};
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  private static double[] steered(boolean both) {
    double[] target = {0.4, 0.4, 0.9, 0.9};
    new NullSteering(SOURCE, 0.9, target, 0.8, both).steer(SOURCE.length);
    return target;
  }

  @Test
  void followsNullsAndKeepsItsOwn() {
    double[] target = steered(false);
    assertThat(target[0]).isEqualTo(0.4);
    assertThat(target[1]).isEqualTo(0.8 + 0.2 * 0.5, EXACT);
    assertThat(target[2]).isEqualTo(0.9);
    assertThat(target[3]).isEqualTo(0.9);
  }

  @Test
  void isNullOnlyWhereTheOtherIs() {
    double[] target = steered(true);
    assertThat(target[0]).isEqualTo(0.4);
    assertThat(target[1]).isEqualTo(0.9, EXACT);
    assertThat(target[2]).isEqualTo(0.9);
    assertThat(target[3]).isEqualTo(0.8 * 0.5, EXACT);
  }

  @Test
  void stepsOverNoEdge() {
    double almost = Math.nextDown(0.8);
    double[] target = {almost, Math.nextDown(1.0)};
    new NullSteering(new double[] {0.95, 0.1}, 0.9, target, 0.8, true).steer(2);
    assertThat(target[0]).isBetween(0.8, Math.nextDown(1.0));
    assertThat(target[1]).isBetween(0.0, Math.nextDown(0.8));
  }
}
