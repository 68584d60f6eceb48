package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.schema.ColumnType.Kind;
import org.junit.jupiter.api.Test;

/** What equals another column in a part of the rows. */
final class PartSearchTest extends SearchedTable {
  /** Half of the bills are paid in full, the others by a tenth, or not at all. */
  private static int paid(int row) {
    int bill = draw(row, 1, 2_000);
    return draw(row, 2, 2) == 0 ? bill : draw(row, 3, 2) == 0 ? bill / 10 : 0;
  }

  @Test
  void findsWhatIsEqualInAPartOfTheRows() {
    column("paid", Kind.INT, PartSearchTest::paid);
    column("bill", Kind.INT, i -> draw(i, 1, 2_000));
    column("flow", Kind.INT, i -> draw(i, 4, 2_000));

    // The order follows, as it is one of what is paid where that is another amount.
    assertThat(found()).containsExactly("bill = paid in part", "paid <= bill");
  }

  /** A column that is null where the other is not cannot be told by it; that one can. */
  @Test
  void tellsTheColumnThatIsNullOnlyWhereTheOtherIs() {
    column("bill", Kind.INT, i -> draw(i, 1, 2_000));
    column("paid", Kind.INT, i -> draw(i, 5, 4) == 0 ? NULL : paid(i));

    assertThat(found()).contains("bill = paid in part", "paid <= bill");
  }

  /** Equal point masses, and values that come near in as many rows, are no rule. */
  @Test
  void isNotDeceivedByPointMassesAndDependence() {
    column("few", Kind.INT, i -> draw(i, 1, 3) > 0 ? 7 : draw(i, 2, 90_000));
    column("more", Kind.INT, i -> draw(i, 3, 3) > 0 ? 7 : draw(i, 4, 90_000));
    column("one", Kind.INT, i -> draw(i, 5, 900));
    column(
        "other", Kind.INT, i -> draw(i, 5, 900) + (draw(i, 6, 3) == 0 ? 0 : draw(i, 7, 21) - 10));

    assertThat(found()).isEmpty();
  }
}
