package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ShrinkageTest {
  private static final double[] EVEN = {0.25, 0.25, 0.25, 0.25};

  @Test
  void codesWithoutAnOrderBorrowFromTheNodeAbove() {
    CodeShrinkage rule = new Shrinkage(5, 1.5).forColumn(new double[] {0.5, 0.5}, false);

    // (3 + 5 * 0.8) / 9 and (1 + 5 * 0.2) / 9.
    assertThat(rule.distribution(new int[] {3, 1}, new double[] {0.8, 0.2}))
        .containsExactly(new double[] {7.0 / 9, 2.0 / 9}, within(1e-15));
  }

  @Test
  void orderedCodesAreHalved() {
    CodeShrinkage rule = new Shrinkage(2, 1.5).forColumn(EVEN, true);

    // Left half: (4 + 2 / 2) / (4 + 2); in it, with strength 3, (4 + 3 / 2) / (4 + 3).
    // The right half has no rows, so that the node above decides.
    double left = 5.0 / 6;
    assertThat(rule.distribution(new int[] {4, 0, 0, 0}, EVEN))
        .containsExactly(
            new double[] {left * 5.5 / 7, left * 1.5 / 7, 1.0 / 12, 1.0 / 12}, within(1e-15));
  }

  @Test
  void halvesLieAtTheMiddleOfTheMarginalsMass() {
    CodeShrinkage rule = new Shrinkage(1, 1).forColumn(new double[] {0.5, 0.2, 0.2, 0.1}, true);

    // Code 0 is a half of its own: (1 + 0.25) / 2. The rest, without rows, is as above.
    assertThat(rule.distribution(new int[] {1, 0, 0, 0}, EVEN))
        .containsExactly(new double[] {0.625, 0.125, 0.125, 0.125}, within(1e-15));
  }

  @Test
  void withoutRowsANodeIsLikeTheNodeAbove() {
    double[] above = {0.1, 0.0, 0.6, 0.3};
    for (boolean ordered : new boolean[] {true, false}) {
      CodeShrinkage rule = new Shrinkage(5, 1.5).forColumn(EVEN, ordered);
      assertThat(rule.distribution(new int[4], above)).containsExactly(above, within(1e-15));
      assertThat(rule.marginal()).containsExactly(EVEN);
    }
  }

  @Test
  void distributionsSumToOneAndManyRowsDecideAlone() {
    int[] counts = {500_000, 0, 250_000, 250_000};
    for (boolean ordered : new boolean[] {true, false}) {
      double[] p = new Shrinkage(5, 1.5).forColumn(EVEN, ordered).distribution(counts, EVEN);
      assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-14));
      assertThat(p).containsExactly(new double[] {0.5, 0, 0.25, 0.25}, within(1e-5));
    }
  }

  @Test
  void refusesWhatIsNoRule() {
    assertThatThrownBy(() -> new Shrinkage(0, 1))
        .hasMessage("the shrinkage's strength must be above 0: 0.0");
    assertThatThrownBy(() -> new Shrinkage(Double.NaN, 1))
        .hasMessage("the shrinkage's strength must be above 0: NaN");
    assertThatThrownBy(() -> new Shrinkage(1, 0.5))
        .hasMessage("the shrinkage's ratio must be 1 or more: 0.5");
    assertThatThrownBy(() -> new Shrinkage(1, Double.POSITIVE_INFINITY))
        .hasMessage("the shrinkage's ratio must be 1 or more: Infinity");
  }
}
