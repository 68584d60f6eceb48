package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.constraint.ConstraintNotation;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How columns are calculated from others that are drawn. */
final class FormulaDecisionsTest extends KeptTable {
  /** Items that depend on one another. */
  private static int item(int row, int salt) {
    return draw(row, salt, 4) + draw(row, 99, 3);
  }

  @Test
  void keepsATotalOfManyInTheCopulaForItsTermsToFollow() {
    for (int item = 1; item <= 5; item++) {
      int salt = item;
      numbers("item" + item, 0, i -> item(i, salt));
    }
    numbers("total", 0, i -> IntStream.rangeClosed(1, 5).map(item -> item(i, item)).sum());
    KeptConstraints kept = kept();
    assertThat(texts(kept)).contains("total = item1 + item2 + item3 + item4 + item5");
    assertThat(((Formula.Linear) formula(kept, "total")).inputs())
        .containsExactly("item1", "item2", "item3", "item4", "item5");
    assertThat(kept.hidden())
        .extracting(hidden -> hidden.profile().name())
        .containsExactly("total drawn");
    assertThat(kept.columns()).extracting(ColumnProfile::name).endsWith("total drawn", "total");
  }

  @Test
  void drawsAllPartsOfAWholeAndComputesThem() {
    for (int part = 1; part <= 4; part++) {
      int salt = part;
      numbers("part" + part, 0, i -> draw(i, salt, 240));
    }
    numbers(
        "rest", 0, i -> 1000 - IntStream.rangeClosed(1, 4).map(part -> draw(i, part, 240)).sum());
    KeptConstraints kept = kept();
    assertThat(texts(kept)).anyMatch(text -> text.endsWith(" + 1000"));
    assertThat(kept.hidden())
        .extracting(hidden -> hidden.profile().name())
        .containsExactlyInAnyOrder(
            "part1 drawn", "part2 drawn", "part3 drawn", "part4 drawn", "rest drawn");
    Formula.Share part = (Formula.Share) formula(kept, "part2");
    assertThat(part.whole()).isEqualTo(1000);
    assertThat(part.among().get(part.place())).isEqualTo("part2 drawn");
  }

  /** Not every day is in every month: put together from parts, a date may be none. */
  @Test
  void drawsDatesThatArePutTogether() {
    numbers("year", 0, i -> 2000 + draw(i, 1, 15));
    numbers("month", 0, i -> 1 + draw(i, 2, 12));
    numbers("day", 0, i -> 1 + draw(i, 3, 28));
    IntFunction<Object> date =
        i -> (2000 + draw(i, 1, 15)) * 10_000 + (1 + draw(i, 2, 12)) * 100 + 1 + draw(i, 3, 28);
    Grid days = new Grid(1, 0, Notation.YEAR_MONTH_DAY);
    Segment all = new Segment(20_000_101, 20_141_228, 1);
    column("date", Kind.INT, new NumericMarginal(0, days, List.of(all)), date);
    assertThat(kept().columns())
        .filteredOn(column -> column.name().equals("date"))
        .allMatch(column -> column instanceof Drawn);
  }

  /** With nulls, parts are not made: what is left of the whole could be less than nothing. */
  @Test
  void leavesAWholeWithNulls() {
    for (int part = 1; part <= 3; part++) {
      int salt = part;
      numbers("part" + part, 0.1, i -> i % 10 == 3 ? NULL : (Object) draw(i, salt, 300));
    }
    numbers(
        "rest",
        0.1,
        i ->
            i % 10 == 3
                ? NULL
                : (Object) (900 - IntStream.rangeClosed(1, 3).map(p -> draw(i, p, 300)).sum()));
    assertThat(kept().columns()).allMatch(column -> column instanceof Drawn);
  }

  /** What a declared rule is built on stays drawn. */
  @Test
  void leavesWhatFollowsAnotherColumn() {
    numbers("on", 0, i -> draw(i, 1, 20));
    numbers("off", 0, i -> 100 - draw(i, 1, 20));
    numbers("least", 0, i -> draw(i, 2, 70));
    ConstraintOptions both =
        new ConstraintOptions(
            true, List.of(), List.of(), List.of(ConstraintNotation.parse("least <= off")), 0.05);
    assertThat(texts(kept())).contains("off = - on + 100");
    assertThat(texts(kept(both, ROWS))).contains("least <= off").doesNotContain("off = - on + 100");
  }

  private void bills(int fewest) {
    numbers("bill", 0, i -> draw(i, 1, 2000));
    numbers("paid", 0, i -> i < fewest ? draw(i, 1, 2000) : draw(i, 2, 200));
  }

  @Test
  void drawsWhatAColumnIsWhereItDoesNotEqualAnother() {
    bills(ROWS / 3);
    KeptConstraints kept = kept();
    assertThat(texts(kept)).containsExactly("paid = bill in part");
    assertThat(formula(kept, "paid")).isEqualTo(new Formula.Coalesce("paid unless bill", "bill"));
    Drawn hidden = kept.hidden().get(0).profile();
    assertThat(hidden.hidden()).isTrue();
    // Of the rows that differ, none has a greater number than 199.
    assertThat(hidden.marginal().nullProbability()).isCloseTo(1 / 3.0, within(0.01));
    assertThat(((NumericMarginal) hidden.marginal()).segments())
        .allMatch(segment -> segment.high() < 250);
    assertThat(kept.columns().stream().filter(of -> of.name().equals("paid")))
        .allMatch(of -> !of.column().nullable());
  }

  @Test
  void doesNotTellOfFewEqualRows() {
    bills(8);
    ConstraintOptions declared = declared("paid = bill in part", 0.05);
    assertThatThrownBy(() -> kept(declared, ROWS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'paid = bill in part' cannot be kept");
  }
}
