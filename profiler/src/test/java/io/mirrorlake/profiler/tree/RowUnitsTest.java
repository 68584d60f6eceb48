package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RowUnitsTest {
  /** Twice the units 1, 2, 3 and 4, with 4, 3, 2 and 1 rows: rows 0 to 9, and rows 10 to 19. */
  private static final RowUnits UNITS =
      RowUnits.of(new long[] {1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4});

  private static boolean areEnough(RowUnits units, int rows, int chosen, int least) {
    int[] all = IntStream.range(0, rows).toArray();
    RowUnits.Least enough = new RowUnits.Least(least, units.areRows() ? least : 1);
    return units.counter().areEnough(all, 0, rows, row -> row < chosen, enough);
  }

  @Test
  void unitsCountNotRows() {
    assertThat(areEnough(UNITS, 20, 10, 4)).isTrue();
    assertThat(areEnough(UNITS, 20, 10, 5)).isFalse();
    assertThat(areEnough(UNITS, 20, 9, 4)).isFalse();
    assertThat(areEnough(UNITS, 20, 11, 4)).isTrue();
    assertThat(areEnough(UNITS, 20, 15, 4)).isFalse();
  }

  @Test
  void rowsCountWhereEachIsAUnit() {
    assertThat(areEnough(RowUnits.ROWS, 20, 10, 10)).isTrue();
    assertThat(areEnough(RowUnits.ROWS, 20, 9, 10)).isFalse();
    assertThat(areEnough(RowUnits.ROWS, 20, 11, 10)).isFalse();
  }

  /** One unit of 60 of 100 rows, and 40 of one row: a half with 30 of the 60 is no worse. */
  @Test
  void aLargeUnitMayBeAsLargeAsItIs() {
    long[] units = LongStream.range(0, 100).map(row -> row % 5 < 3 ? 0 : row).toArray();

    assertThat(areEnough(RowUnits.of(units), 100, 50, 12)).isTrue();
    assertThat(areEnough(RowUnits.of(units), 100, 53, 12)).isFalse();
  }

  @Test
  void whereNothingIsHiddenAUnitMayBeLarge() {
    assertThat(areEnough(RowUnits.of(new long[] {1, 1, 1, 2, 3, 3, 3, 4}), 8, 4, 2)).isTrue();
    assertThat(areEnough(RowUnits.of(new long[] {1, 1, 1, 2, 3, 3, 3, 4}), 8, 4, 3)).isFalse();
  }

  @Test
  void unitsOfOneRowAreRows() {
    assertThat(RowUnits.of(new long[] {5, 6, 7}).areRows()).isTrue();
    assertThat(RowUnits.of(new long[] {5, 6, 5}).areRows()).isFalse();
  }

  @Test
  void noUnitHasMostOfTheRows() {
    long[] half = {1, 1, 2, 3, 4, 5, 6, 7};
    long[] most = {1, 1, 1, 2, 3, 4, 5, 6};

    assertThat(areEnough(RowUnits.of(half), 8, 4, 3)).isTrue();
    assertThat(areEnough(RowUnits.of(most), 8, 5, 3)).isFalse();
  }

  @Test
  void nothingIsLeftOfACountBefore() {
    RowUnits.Counter counter = UNITS.counter();
    int[] all = IntStream.range(0, 20).toArray();
    RowUnits.Least four = new RowUnits.Least(4, 1);

    assertThat(counter.areEnough(all, 0, 20, row -> row < 10, four)).isTrue();
    assertThat(counter.areEnough(all, 2, 18, row -> row < 10, four)).isFalse();
    assertThat(counter.areEnough(all, 0, 20, row -> row < 10, four)).isTrue();
  }

  @Test
  void rowsHaveToBeEnoughToo() {
    int[] all = IntStream.range(0, 20).toArray();

    assertThat(areEnough(all, new RowUnits.Least(4, 10))).isTrue();
    assertThat(areEnough(all, new RowUnits.Least(4, 11))).isFalse();
  }

  private static boolean areEnough(int[] rows, RowUnits.Least least) {
    return UNITS.counter().areEnough(rows, 0, 20, row -> row < 10, least);
  }

  @Test
  void otherRowsHaveTheirOwnUnits() {
    RowUnits others = UNITS.withRows(new int[] {0, 4, 7, 9, 10, 14, 17, 19});

    assertThat(areEnough(others, 8, 4, 4)).isTrue();
    assertThat(areEnough(UNITS.withRows(new int[] {0, 1, 2, 3, 4, 7}), 6, 3, 2)).isFalse();
    assertThat(RowUnits.ROWS.withRows(new int[] {4}).areRows()).isTrue();
  }

  /** Three places: four units, one unit alone, and a unit with most of the rows among others. */
  @Test
  void placesNeedSeveralUnitsOfWhichNoneHasMostRows() {
    RowUnits units = RowUnits.of(new long[] {1, 2, 3, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 8, 9});
    byte[] places = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2};

    assertThat(units.areEnough(places, 16, new int[] {4, 4, 4}))
        .containsExactly(true, false, false);
    assertThat(units.areEnough(places, 16, new int[] {5, 4, 4}))
        .containsExactly(false, false, false);
    assertThat(RowUnits.ROWS.areEnough(places, 15, new int[] {4, 5, 7}))
        .containsExactly(true, false, true);
    assertThat(units.rowsPerUnit(16)).isEqualTo(16.0 / 9);
    assertThat(RowUnits.ROWS.rowsPerUnit(16)).isEqualTo(1);
  }

  @Test
  void someRowsAreOfHalfOfTheUnits() {
    RowUnits hundreds = RowUnits.of(LongStream.range(0, 100_000).map(row -> row / 100).toArray());
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> first = some(hundreds, random);
    List<Integer> second = some(hundreds, random);

    assertThat(first.stream().map(row -> row / 100)).doesNotHaveDuplicates();
    assertThat(first).hasSizeBetween(420, 580).isNotEqualTo(second);
    // Any row of a unit: their places in it have a mean of 49.5, with a standard error of 1.3.
    assertThat(first.stream().mapToInt(row -> row % 100).average().orElseThrow())
        .isBetween(43.0, 56.0);
    assertThat(some(RowUnits.ROWS, random)).hasSizeBetween(49_000, 51_000).doesNotHaveDuplicates();
  }

  private static List<Integer> some(RowUnits units, SplittableRandom random) {
    List<Integer> rows = new ArrayList<>();
    units.forSome(100_000, random, rows::add);
    return rows;
  }
}
