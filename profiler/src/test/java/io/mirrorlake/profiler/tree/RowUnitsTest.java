package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowUnitsTest {
  /** Units of 4, 3, 2 and 1 rows. */
  private static final RowUnits UNITS = RowUnits.of(new long[] {9, 7, 9, 5, 9, 7, 9, 5, 7, 3});

  private static boolean areEnough(RowUnits units, int rows, int least) {
    int[] all = IntStream.range(0, rows).toArray();
    return units.counter().areEnough(all, 0, rows, row -> true, least);
  }

  @Test
  void unitsCountNotRows() {
    assertThat(areEnough(UNITS, 10, 4)).isTrue();
    assertThat(areEnough(UNITS, 10, 5)).isFalse();
    assertThat(areEnough(RowUnits.ROWS, 10, 10)).isTrue();
    assertThat(areEnough(RowUnits.ROWS, 10, 11)).isFalse();
  }

  @Test
  void noUnitHasMostOfTheRows() {
    assertThat(areEnough(RowUnits.of(new long[] {1, 1, 2, 3}), 4, 3)).isTrue();
    assertThat(areEnough(RowUnits.of(new long[] {1, 1, 1, 2, 3}), 5, 3)).isFalse();
  }

  @Test
  void onlyChosenRowsCountAndNothingIsLeftFromBefore() {
    RowUnits.Counter counter = UNITS.counter();
    int[] all = IntStream.range(0, 10).toArray();

    assertThat(counter.areEnough(all, 0, 10, row -> row % 2 == 1, 3)).isTrue();
    assertThat(counter.areEnough(all, 0, 10, row -> row % 2 == 1, 4)).isFalse();
    assertThat(counter.areEnough(all, 7, 10, row -> true, 3)).isTrue();
  }

  @Test
  void otherRowsHaveTheirOwnUnits() {
    assertThat(areEnough(UNITS.withRows(new int[] {0, 1, 3, 9}), 4, 4)).isTrue();
    assertThat(areEnough(UNITS.withRows(new int[] {0, 2, 4, 6}), 4, 2)).isFalse();
    assertThat(RowUnits.ROWS.withRows(new int[] {4}).areRows()).isTrue();
  }
}
