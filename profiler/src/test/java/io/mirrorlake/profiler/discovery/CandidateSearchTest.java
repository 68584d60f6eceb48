package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is found in small tables of known laws. */
final class CandidateSearchTest extends SearchedTable {
  @Test
  void findsCalculations() {
    column("net", Kind.INT, i -> draw(i, 1, 900));
    column("tax", Kind.INT, i -> draw(i, 2, 90));
    column("fee", Kind.INT, i -> draw(i, 3, 30));
    column("total", Kind.INT, i -> draw(i, 1, 900) + draw(i, 2, 90) + draw(i, 3, 30));
    column("price", Kind.DOUBLE, i -> draw(i, 4, 900) / 100.0);
    column("amount", Kind.DOUBLE, i -> draw(i, 4, 900) / 100.0 * draw(i, 3, 30));

    assertThat(found())
        .containsExactlyInAnyOrder("total = net + tax + fee", "amount = fee * price");
  }

  @Test
  void toleratesTheRoundingOfTerms() {
    column("net", Kind.DOUBLE, i -> Math.rint(draw(i, 1, 90_000) / 1.19) / 100);
    column("gross", Kind.DOUBLE, i -> draw(i, 1, 90_000) / 100.0);
    column("tax", Kind.DOUBLE, i -> Math.rint(draw(i, 1, 90_000) * 0.19 / 1.19) / 100);

    assertThat(found()).contains("gross = net + tax");
  }

  @Test
  void findsDependenciesAndKeepsTheNearest() {
    column("city", Kind.STRING, i -> "city" + draw(i, 1, 20));
    column("state", Kind.STRING, i -> "state" + draw(i, 1, 20) % 6);
    column("country", Kind.STRING, i -> "country" + draw(i, 1, 20) % 3);
    column("code", Kind.INT, i -> 100 - draw(i, 1, 20) % 3);

    assertThat(found())
        .containsExactlyInAnyOrder("country <-> code", "state -> country", "city -> state");
  }

  @Test
  void findsOrdersOfTimesAndOfNumbersOfOneRange() {
    column("start", Kind.DATE, i -> 10_000 + draw(i, 1, 900));
    column("end", Kind.DATE, i -> 10_000 + draw(i, 1, 900) + draw(i, 2, 30));
    column("low", Kind.INT, i -> draw(i, 3, 100));
    column("high", Kind.INT, i -> draw(i, 3, 100) + draw(i, 4, 100));

    assertThat(found()).containsExactlyInAnyOrder("start <= end", "low <= high");
  }

  @Test
  void listsNothingThatCouldNotBeOtherwise() {
    column("age", Kind.INT, i -> 18 + draw(i, 1, 60));
    column("income", Kind.INT, i -> 10_000 + 100 * draw(i, 2, 300));
    column("text", Kind.STRING, i -> "text" + i);
    column("group", Kind.STRING, i -> "group" + draw(i, 3, 4));

    assertThat(found()).isEmpty();
  }

  /** Every kind of constraint, each of whose rows one to three are wrong: too few to be told. */
  @Test
  void aFewExceptionsUndoNothing() {
    column("net", Kind.INT, i -> draw(i, 1, 900));
    column("tax", Kind.INT, i -> draw(i, 2, 90));
    column("total", Kind.INT, i -> i == 7 ? 1 : draw(i, 1, 900) + draw(i, 2, 90));
    column("times", Kind.INT, i -> i == 8 ? 7 : draw(i, 1, 900) * draw(i, 2, 90));
    column("start", Kind.DATE, i -> 10_000 + draw(i, 3, 900));
    column("end", Kind.DATE, i -> i < 3 ? 9_000 : 10_000 + draw(i, 3, 900) + draw(i, 4, 30));
    column("city", Kind.STRING, i -> "city" + draw(i, 5, 20));
    column("state", Kind.STRING, i -> "state" + (i == 9 ? 7 : draw(i, 5, 20) % 6));
    column("size", Kind.DOUBLE, i -> draw(i, 6, 90_000) / 7.0);
    column("same", Kind.DOUBLE, i -> i == 10 ? NULL : draw(i, 6, 90_000) / 7.0);
    column("a", Kind.INT, i -> draw(i, 7, 4) == 0 ? NULL : draw(i, 8, 1000));
    column("b", Kind.INT, i -> i == 11 || draw(i, 7, 4) == 0 ? NULL : draw(i, 9, 1000));
    column("c", Kind.INT, i -> i != 12 && draw(i, 7, 4) < 2 ? NULL : draw(i, 10, 1000));
    for (int member = 0; member < 3; member++) {
      int hot = member;
      column("is" + member, Kind.INT, i -> i == 13 || draw(i, 11, 3) == hot ? 1 : 0);
    }
    column("make", Kind.STRING, i -> "make" + draw(i, 12, 3));
    column("model", Kind.STRING, i -> "model" + (i == 14 ? 9 : draw(i, 12, 3) + draw(i, 13, 2)));
    column("currency", Kind.STRING, i -> i == 15 ? "EUR?" : "EUR");

    assertThat(found())
        .contains(
            "total = net + tax",
            "times = net * tax",
            "start <= end",
            "city -> state",
            "same = size",
            "b null exactly when a null",
            "c null when a null",
            "one of is0 is1 is2",
            "combination of make model",
            "currency constant");
  }

  @Test
  void manyExceptionsUndoAConstraintAndOneDoesWhereNothingIsRounded() {
    column("low", Kind.INT, i -> draw(i, 3, 100));
    column("high", Kind.INT, i -> i < 16 ? -1 : draw(i, 3, 100) + draw(i, 4, 100));
    column("rare", Kind.INT, i -> i == 7 ? 1 : 0);

    assertThat(found()).containsExactly("rare constant");
    values.set(1, i -> i < 1 ? -1 : draw(i, 3, 100) + draw(i, 4, 100));
    assertThat(found()).contains("low <= high");
    assertThat(
            CandidateSearch.search(
                    columns,
                    ColumnRoles.NONE,
                    sample(ROWS),
                    ConstraintOptions.DEFAULT,
                    new DisclosurePolicy(1, false, 1))
                .checks())
        .isEmpty();
  }

  /** What the cell of a parent decides, and no other column does; the cell itself takes no part. */
  @Test
  void findsWhatACellDecides() {
    column("@of", Kind.INT, i -> draw(i, 1, 12));
    column("state", Kind.STRING, i -> "state " + draw(i, 1, 12) / 4);
    column("country", Kind.STRING, i -> "country " + draw(i, 1, 12) / 8);
    column("other", Kind.INT, i -> draw(i, 2, 12));

    assertThat(
            CandidateSearch.search(
                    columns,
                    new ColumnRoles(Set.of("@of"), Set.of("@of"), Set.of(), Map.of(), Set.of()),
                    sample(ROWS),
                    ConstraintOptions.DEFAULT,
                    POLICY)
                .checks())
        .extracting(checked -> checked.constraint().text())
        .containsExactly("state -> country", "@of -> state");
  }

  private List<String> lent(DisclosurePolicy policy, String... borrowed) {
    Set<String> of = Set.of(borrowed);
    return CandidateSearch.search(
            columns,
            new ColumnRoles(of, Set.of(), of, Map.of(), Set.of()),
            sample(ROWS),
            ConstraintOptions.DEFAULT,
            policy)
        .checks()
        .stream()
        .map(checked -> checked.constraint().text())
        .toList();
  }

  /** Of what parents lend, columns are copies and products, and nothing else. */
  @Test
  void findsWhatFollowsFromBorrowedColumns() {
    column(">price", Kind.INT, i -> 5 + draw(i, 1, 40));
    column(">again", Kind.INT, i -> 5 + draw(i, 1, 40));
    column(">least", Kind.INT, i -> draw(i, 1, 40) - 60);
    column("pieces", Kind.INT, i -> 1 + draw(i, 2, 9));
    column("amount", Kind.INT, i -> (5 + draw(i, 1, 40)) * (1 + draw(i, 2, 9)));
    column("tariff", Kind.DOUBLE, i -> 5.0 + draw(i, 1, 40));
    column("size", Kind.INT, i -> (5 + draw(i, 1, 40)) / 15);
    column("total", Kind.INT, i -> 5 + draw(i, 1, 40) + (1 + draw(i, 2, 9)));

    assertThat(lent(POLICY, ">price", ">again", ">least"))
        .contains("tariff = >price", "amount = >price * pieces", "tariff -> size")
        .filteredOn(
            text -> text.contains(">price") || text.contains(">again") || text.contains(">least"))
        .containsExactly("tariff = >price", "amount = >price * pieces", "amount = >again * pieces");
  }

  /** What rises from sibling to sibling bounds other columns, and is decided by none. */
  @Test
  void findsWhatFollowsFromARisingColumn() {
    column("ordered", Kind.DATE, i -> draw(i, 1, 900));
    column("shipped", Kind.DATE, i -> draw(i, 1, 900) + draw(i, 2, 20));
    column("written", Kind.DATE, i -> draw(i, 1, 900) - draw(i, 3, 20));
    column("days", Kind.INT, i -> draw(i, 4, 30));
    column("paid", Kind.DATE, i -> draw(i, 1, 900) + draw(i, 4, 30));
    column("second", Kind.DATE, i -> draw(i, 5, 900));
    column("copy", Kind.DATE, i -> draw(i, 5, 900));
    column("year", Kind.INT, i -> draw(i, 1, 900) / 365);

    assertThat(
            CandidateSearch.search(
                    columns,
                    new ColumnRoles(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of("ordered", "#first", "second", "#first"),
                        Set.of()),
                    sample(ROWS),
                    ConstraintOptions.DEFAULT,
                    POLICY)
                .checks())
        .extracting(checked -> checked.constraint().text())
        .contains("paid = ordered + days", "ordered <= shipped")
        .contains("written <= ordered", "copy = second")
        .doesNotContain("ordered -> year");
  }

  /** An order follows from two others only where the column between has values, and is between. */
  @Test
  void ordersAreNotImpliedByWhatIsNullOrHasExceptions() {
    column("start", Kind.INT, i -> draw(i, 1, 900));
    column("middle", Kind.INT, i -> i % 9 == 0 ? NULL : draw(i, 1, 900) + 100);
    column("end", Kind.INT, i -> draw(i, 1, 900) + 100 + draw(i, 2, 300));

    assertThat(found(ROWS, ConstraintOptions.DEFAULT))
        .contains("start <= end", "start <= middle", "middle <= end");
  }

  /** Nearly all amounts are 0, and nearly all pieces: so would products of anything else be. */
  @Test
  void findsNoProductsByChance() {
    column(">price", Kind.INT, i -> 5 + draw(i, 1, 40));
    column("pieces", Kind.INT, i -> i % 150 == 0 ? 1 + i / 150 : 0);
    column("amount", Kind.INT, i -> i % 150 == 0 ? (5 + draw(i, 1, 40)) * (1 + i / 150) : 0);

    assertThat(lent(new DisclosurePolicy(1, false, 1), ">price"))
        .noneMatch(text -> text.contains("="));
    values.set(1, i -> i % 9 == 0 ? 1 + i % 4 : 0);
    values.set(2, i -> i % 9 == 0 ? (5 + draw(i, 1, 40)) * (1 + i % 4) : 0);
    assertThat(lent(new DisclosurePolicy(1, false, 1), ">price"))
        .contains("amount = >price * pieces");
  }

  private static double cents(double amount) {
    return Math.rint(100 * amount) / 100;
  }

  @Test
  void findsMultiplesOfAnotherColumn() {
    column("price", Kind.DOUBLE, i -> (500 + draw(i, 1, 40_000)) / 100.0);
    column(
        "cost",
        Kind.DOUBLE,
        i -> cents((500 + draw(i, 1, 40_000)) / 100.0 * (30 + draw(i, 2, 20)) / 100));
    column("tax", Kind.DOUBLE, i -> cents((500 + draw(i, 1, 40_000)) / 100.0 * 0.19));
    column("paid", Kind.DOUBLE, i -> cents((500 + draw(i, 1, 40_000)) / 100.0 * draw(i, 3, 7)));
    column("other", Kind.DOUBLE, i -> draw(i, 4, 20_000) / 100.0);
    column("small", Kind.INT, i -> 1 + draw(i, 5, 3));

    assertThat(found())
        .filteredOn(text -> text.contains("steps"))
        .containsExactly(
            "cost in steps of 0.01 price", "tax in steps of 0.01 price", "paid in steps of price");
  }

  /**
   * All is a multiple of cents and of one; of nothing, which free is at times, no multiple is told.
   */
  @Test
  void findsNoMultiplesByChance() {
    column("cents", Kind.DOUBLE, i -> draw(i, 1, 3) / 100.0);
    column("one", Kind.INT, i -> draw(i, 2, 100) == 0 ? 2 : draw(i, 3, 2));
    column("size", Kind.DOUBLE, i -> draw(i, 4, 900) / 100.0);
    column("rare", Kind.INT, i -> i % 90 == 0 ? 7 + i % 11 : 0);
    column("even", Kind.INT, i -> 2 * draw(i, 5, 30));
    column("divisor", Kind.INT, i -> 1 << draw(i, 6, 2));
    column("free", Kind.INT, i -> draw(i, 7, 20));
    column("fourfold", Kind.INT, i -> 4 * draw(i, 7, 20));

    assertThat(found()).noneMatch(text -> text.contains("steps"));
  }

  /** A millisecond is no noise of a point in time; what is left of great numbers' rounding is. */
  @Test
  void tellsMultiplesOfGreatNumbersFromSmallDelays() {
    column("sent", Kind.BIGINT, i -> 1_700_000_000_000L + draw(i, 1, 100) * 1000L);
    column(
        "received",
        Kind.BIGINT,
        i -> 1_700_000_000_000L + draw(i, 1, 100) * 1000L + 1 + draw(i, 2, 9));
    column("income", Kind.BIGINT, i -> 5_000_000_000L + draw(i, 3, 900) * 1_000_001L);
    column(
        "tax",
        Kind.BIGINT,
        i -> Math.round((5_000_000_000L + draw(i, 3, 900) * 1_000_001L) * 0.19));

    assertThat(found())
        .contains("sent <= received")
        .filteredOn(text -> text.contains("in steps of"))
        .containsExactly("tax in steps of 0.01 income");
  }

  @Test
  void listsNothingOfAFewRows() {
    column("low", Kind.INT, i -> i % 7);
    column("high", Kind.INT, i -> i % 7 + i % 3);
    column("name", Kind.STRING, i -> "name" + i % 7);

    assertThat(found(20, ConstraintOptions.DEFAULT)).isEmpty();
  }

  @Test
  void findsNullPatterns() {
    column("a", Kind.INT, i -> draw(i, 1, 4) == 0 ? NULL : draw(i, 2, 1000));
    column("b", Kind.INT, i -> draw(i, 1, 4) == 0 ? NULL : draw(i, 3, 1000));
    column("c", Kind.INT, i -> draw(i, 1, 4) < 2 ? NULL : draw(i, 4, 1000));
    column("d", Kind.INT, i -> draw(i, 5, 4) == 0 ? NULL : draw(i, 6, 1000));

    assertThat(found())
        .containsExactlyInAnyOrder("b null exactly when a null", "c null when a null");
  }

  @Test
  void findsSelectionsEqualsAndConstants() {
    for (int member = 0; member < 3; member++) {
      int hot = member;
      column("is" + member, Kind.INT, i -> draw(i, 1, 3) == hot ? 1 : 0);
    }
    column("make", Kind.STRING, i -> "make" + draw(i, 2, 3));
    column("model", Kind.STRING, i -> "model" + (draw(i, 2, 3) + draw(i, 3, 2)));
    column("size", Kind.DOUBLE, i -> draw(i, 4, 90_000) / 7.0);
    column("same", Kind.DOUBLE, i -> draw(i, 4, 90_000) / 7.0);
    column("currency", Kind.STRING, i -> "EUR");
    column("number", Kind.BIGINT, i -> 100L + 5L * i);

    assertThat(found())
        .contains(
            "one of is0 is1 is2",
            "combination of make model",
            "same = size",
            "currency constant",
            "number in constant steps");
  }

  @Test
  void leavesOutWhatIsDroppedAndTakesInWhatIsDeclared() {
    column("low", Kind.INT, i -> draw(i, 3, 100));
    column("high", Kind.INT, i -> draw(i, 3, 100) + draw(i, 4, 100));
    column("other", Kind.INT, i -> draw(i, 5, 100));
    Constraint order = new Constraint.Order("low", "high", false);
    Constraint declared = new Constraint.Order("low", "other", false);

    assertThat(
            found(
                ROWS,
                new ConstraintOptions(true, List.of(order), List.of(), List.of(declared), 0.05)))
        .containsExactly("low <= other");
    assertThat(
            found(ROWS, new ConstraintOptions(true, List.of(), List.of("high"), List.of(), 0.05)))
        .isEmpty();
    assertThat(found(ROWS, ConstraintOptions.NONE)).isEmpty();
  }
}
