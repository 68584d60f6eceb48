package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.schema.ColumnType.Kind;
import org.junit.jupiter.api.Test;

/** Sums and means of many columns. */
final class TotalSearchTest extends SearchedTable {
  private static final int ITEMS = 6;

  private void items() {
    for (int item = 1; item <= ITEMS; item++) {
      int salt = item;
      column("item" + item, Kind.INT, i -> item(i, salt));
    }
  }

  private static int item(int row, int salt) {
    return Math.min(4, draw(row, salt, 5) + draw(row, 99, 2));
  }

  private static int sum(int row, int... signs) {
    int sum = 0;
    for (int item = 1; item <= ITEMS; item++) {
      sum += signs[item - 1] * item(row, item);
    }
    return sum;
  }

  @Test
  void findsScoresOfManyItems() {
    column("total", Kind.INT, i -> sum(i, 1, 1, 1, 1, 1, 1));
    items();
    column("balance", Kind.INT, i -> sum(i, 1, -1, 1, -1, 0, 0) + 16);
    column("mean", Kind.DOUBLE, i -> Math.rint(sum(i, 1, 1, 1, 1, 1, 1) / 6.0 * 100) / 100);

    assertThat(found())
        .filteredOn(text -> text.contains(" = "))
        .containsExactlyInAnyOrder(
            "total = item1 + item2 + item3 + item4 + item5 + item6",
            "balance = item1 + item3 - item2 - item4 + 16",
            "mean * 6 = total");
  }

  @Test
  void findsMeansThatAreRounded() {
    items();
    column("mean", Kind.DOUBLE, i -> Math.rint(sum(i, 1, 1, 1, 1, 1, 1) / 6.0 * 100) / 100);
    column("noise", Kind.DOUBLE, i -> Math.rint(sum(i, 1, 1, 1, 1, 1, 1) * Math.E) / 100);

    assertThat(found())
        .filteredOn(text -> text.contains(" = "))
        .containsExactly("mean * 6 = item1 + item2 + item3 + item4 + item5 + item6");
  }

  /** Parts of a whole vary less than what is left would, if they were drawn apart. */
  @Test
  void findsTheLastPartOfAWholeWhateverItVaries() {
    for (int part = 1; part <= 4; part++) {
      int salt = part;
      column("part" + part, Kind.DOUBLE, i -> (1 + draw(i, salt, 240)) / 1000.0);
    }
    column(
        "rest",
        Kind.DOUBLE,
        i ->
            (996 - draw(i, 1, 240) - draw(i, 2, 240) - draw(i, 3, 240) - draw(i, 4, 240)) / 1000.0);

    assertThat(found())
        .filteredOn(text -> text.contains(" = "))
        .singleElement()
        .asString()
        .matches("\\w+ = (- \\w+ ){4}\\+ 1");
  }

  @Test
  void leavesWhatIsLeftWhereAPartMayBeLessThanNothing() {
    column("first", Kind.INT, i -> draw(i, 1, 240) - 5);
    column("second", Kind.INT, i -> draw(i, 2, 240));
    column("third", Kind.INT, i -> draw(i, 3, 240));
    column("fourth", Kind.INT, i -> draw(i, 4, 24));
    column(
        "rest",
        Kind.INT,
        i -> 805 - draw(i, 1, 240) - draw(i, 2, 240) - draw(i, 3, 240) - draw(i, 4, 24));

    assertThat(found()).noneMatch(text -> text.matches("\\w+ = -.*"));
  }

  @Test
  void needsManyCompleteRows() {
    items();
    column("total", Kind.INT, i -> i % 20 == 0 ? sum(i, 1, 1, 1, 1, 1, 1) : NULL);

    assertThat(found()).noneMatch(text -> text.contains(" = "));
  }
}
