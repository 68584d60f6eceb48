package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorrespondenceOrderTest {
  /**
   * Category c goes with values of the other column around its hidden place; the places are 0, 3,
   * 1, 4, 2.
   */
  private static final int[] PLACES = {0, 3, 1, 4, 2};

  @Test
  void putsCategoriesInTheOrderOfTheirPlacesOnTheAxis() {
    long[][] table = new long[PLACES.length][20];
    for (int c = 0; c < PLACES.length; c++) {
      for (int g = 0; g < 20; g++) {
        double distance = g - 4.0 * PLACES[c];
        table[c][g] = Math.round(1000 * Math.exp(-distance * distance / 50));
      }
    }
    int[] order = CorrespondenceOrder.of(PLACES.length, List.<long[][]>of(table));

    int[] rising = {0, 2, 4, 1, 3};
    int[] falling = {3, 1, 4, 2, 0};
    assertThat(order).isIn(rising, falling);
  }

  @Test
  void keepsTheOrderWhereNothingDependsOnTheCategory() {
    assertThat(
            CorrespondenceOrder.of(
                3, List.<long[][]>of(new long[][] {{10, 20}, {10, 20}, {10, 20}})))
        .containsExactly(0, 1, 2);
  }
}
