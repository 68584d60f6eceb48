package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.ConstraintNotation;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of constraints of small tables. */
final class ConstraintKeeperTest extends KeptTable {
  private void sums() {
    numbers("net", 0, i -> draw(i, 1, 900));
    numbers("tax", 0, i -> draw(i, 2, 90));
    numbers("total", 0, i -> draw(i, 1, 900) + draw(i, 2, 90));
  }

  @Test
  void computesTheTotalOfASumAndRoundsItsSupport() {
    sums();
    KeptConstraints kept = kept();
    assertThat(kept.constraints())
        .containsExactly(
            new ListedConstraint(
                ConstraintNotation.parse("total = net + tax"),
                // Of 604, rounded in secret.
                600,
                ListedConstraint.Origin.FOUND,
                0));
    assertThat(((Formula.Linear) formula(kept, "total")).inputs()).containsExactly("net", "tax");
  }

  @Test
  void fewerThanTheThresholdDoNotUndoWhatIsFoundAndMoreDo() {
    sums();
    IntFunction<Object> total = values.get(2);
    values.set(2, i -> i == 77 ? (Object) 1999 : total.apply(i));
    assertThat(kept().constraints())
        .allMatch(listed -> listed.violated() == 0)
        .extracting(listed -> listed.constraint().text())
        .containsExactly("total = net + tax");
    assertThat(kept().notes()).isEmpty();
    values.set(2, i -> i < 15 ? (Object) 1999 : total.apply(i));
    assertThat(texts(kept())).doesNotContain("total = net + tax");
  }

  @Test
  void drawsANarrowDifferenceAndMergesPartsInAnyCut() {
    IntFunction<Object> start = i -> draw(i, 1, 4) == 0 ? NULL : (Object) draw(i, 2, 900);
    numbers(
        "end",
        0.25,
        i -> start.apply(i) instanceof Integer at ? (Object) (at + draw(i, 3, 20)) : NULL);
    numbers("start", 0.25, start);
    KeptConstraints whole = kept();
    assertThat(texts(whole))
        .containsExactlyInAnyOrder("start <= end", "end null exactly when start null");
    assertThat(whole.columns()).extracting(ColumnProfile::name).contains("end - start");
    assertThat(((Formula.Linear) formula(whole, "end")).inputs())
        .containsExactly("start", "end - start");
    assertThat(kept(ConstraintOptions.DEFAULT, 1, 100, 101, ROWS)).isEqualTo(whole);
  }

  @Test
  void drawsHowManyTimesAColumnIsAnother() {
    IntFunction<Object> price = i -> draw(i, 1, 5) == 0 ? NULL : (Object) (7 + draw(i, 2, 90));
    numbers("price", 0.2, price);
    numbers(
        "amount",
        0.2,
        i -> price.apply(i) instanceof Integer one ? (Object) (one * draw(i, 3, 9)) : NULL);
    KeptConstraints kept = kept();
    assertThat(texts(kept))
        .containsExactlyInAnyOrder(
            "amount in steps of price", "amount null exactly when price null");
    assertThat(((Formula.Product) formula(kept, "amount")).inputs())
        .containsExactly("price", "amount / price");
    ColumnProfile pieces = kept.columns().get(1);
    assertThat(pieces.column())
        .isEqualTo(new Column("amount / price", ColumnType.of(Kind.BIGINT), true));
    assertThat(pieces.hidden()).isTrue();
    Marginal marginal = ((Drawn) pieces).marginal();
    assertThat(marginal.segmentCount()).isEqualTo(9);
    assertThat(marginal.nullProbability()).isBetween(0.15, 0.25);
    assertThat(kept(ConstraintOptions.DEFAULT, 1, 100, 101, ROWS)).isEqualTo(kept);
  }

  @Test
  void declaredMultiplesAreKeptOrRefused() {
    numbers("price", 0, i -> 7 + draw(i, 2, 90));
    numbers("cost", 0, i -> i % 40 == 0 ? 0 : (7 + draw(i, 2, 90)) * (1 + draw(i, 3, 3)));
    numbers("other", 0, i -> draw(i, 4, 2000));
    KeptConstraints kept = kept(declared("cost in steps of 0.1 price", 0.05), ROWS);
    assertThat(kept.columns()).extracting(ColumnProfile::name).contains("cost / price");
    assertThatThrownBy(() -> kept(declared("other in steps of price", 0.05), ROWS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("break the declared constraint 'other in steps of price'");
  }

  private void onLattices(long phase, Segment... segments) {
    NumericMarginal sevens =
        new NumericMarginal(
            0,
            new Grid(7, 0, phase, Notation.NUMBER),
            List.of(new Segment(phase, phase + 1400, 1)));
    NumericMarginal high = new NumericMarginal(0, sevens.grid(), List.of(segments));
    IntFunction<Object> low = i -> (int) phase + 7 * draw(i, 1, 100);
    column("low", Kind.INT, sevens, low);
    column("high", Kind.INT, high, i -> (Integer) low.apply(i) + 7 * draw(i, 2, 5));
  }

  @Test
  void drawsADifferenceThatLeadsFromLatticeToLattice() {
    onLattices(3, new Segment(3, 1403, 1));
    Formula.Linear formula = (Formula.Linear) formula(kept(), "high");
    assertThat(formula.inputs()).containsExactly("low", "high - low");
    // What is calculated keeps to the formula, and is rounded to decimals only.
    assertThat(formula.grid()).isEqualTo(Grid.INTEGERS);
  }

  @Test
  void movesDrawsWhereASumWouldLeaveTheLattice() {
    onLattices(3, new Segment(3, 1403, 1));
    NumericMarginal odd =
        new NumericMarginal(
            0, new Grid(7, 0, 5, Notation.NUMBER), List.of(new Segment(5, 1405, 1)));
    columns.set(1, new Drawn(columns.get(1).column(), odd));
    KeptConstraints kept = kept();
    assertThat(texts(kept)).containsExactly("low <= high");
    assertThat(kept.columns()).extracting(ColumnProfile::name).containsExactly("low", "high");
    assertThat(kept.columns().get(1)).isInstanceOf(Drawn.class);
  }

  @Test
  void movesDrawsWhereASumWouldFallBetweenPointMasses() {
    onLattices(
        0,
        IntStream.range(0, 20)
            .mapToObj(i -> Segment.atom(7.0 * i * i, 1 / 20.0))
            .toArray(Segment[]::new));
    KeptConstraints kept = kept();
    assertThat(texts(kept)).containsExactly("low <= high");
    assertThat(kept.columns().get(1)).isInstanceOf(Drawn.class);
  }

  @Test
  void aPairOfFewUnitsIsNeverTold() {
    String[] states = {"north", "south", "west"};
    IntFunction<Integer> city = i -> i < 9 ? 6 : draw(i, 1, 6);
    words(
        "city",
        i -> "city" + city.apply(i),
        "city0",
        "city1",
        "city2",
        "city3",
        "city4",
        "city5",
        "city6");
    words("state", i -> states[city.apply(i) % 3], states);
    KeptConstraints kept = kept();
    assertThat(texts(kept)).containsExactly("city -> state");
    Formula.Lookup lookup = (Formula.Lookup) formula(kept, "state");
    assertThat(lookup.entries())
        .extracting(Formula.Lookup.Entry::from)
        .contains(new Cell.Text("city5"))
        .doesNotContain(new Cell.Text("city6"))
        .hasSize(6);
  }

  @Test
  void combinationsWithOneOfFewUnitsAreNotKept() {
    words("make", i -> "make" + draw(i, 2, 3), "make0", "make1", "make2");
    words(
        "model",
        i -> "model" + (draw(i, 2, 3) + (i % 40 == 0 ? 3 : draw(i, 3, 2))) % 4,
        "model0",
        "model1",
        "model2",
        "model3");
    assertThat(texts(kept())).noneMatch(text -> text.startsWith("combination"));
    values.set(1, i -> "model" + (draw(i, 2, 3) + draw(i, 3, 2)) % 4);
    assertThat(texts(kept())).containsExactly("combination of make model");
  }

  @Test
  void aDeclaredOneThatAFewRowsBreakIsKeptWithANote() {
    numbers("low", 0, i -> draw(i, 1, 900));
    numbers("high", 0, i -> i < 20 ? -1 : draw(i, 1, 900) + draw(i, 2, 900));
    KeptConstraints kept = kept(declared("low <= high", 0.05), ROWS);
    assertThat(texts(kept)).containsExactly("low <= high");
    assertThat(kept.constraints().get(0).violated()).isBetween(0.03, 0.034);
    assertThat(kept.notes())
        .containsExactly(
            "the declared constraint 'low <= high' is broken by 3.3% of rows; every synthetic row"
                + " keeps it");
    assertThatThrownBy(() -> kept(declared("low <= high", 0.01), ROWS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "3.3% of the rows of table 't' break the declared constraint 'low <= high'")
        .hasMessageContaining("raise constraints.tolerated, which is 0.01");
  }

  @Test
  void aRateOfFewRowsIsNotTold() {
    numbers("low", 0, i -> draw(i, 1, 900));
    numbers("high", 0, i -> i < 3 ? -1 : draw(i, 1, 900) + draw(i, 2, 900));
    KeptConstraints kept = kept(declared("low <= high", 0.05), ROWS);
    assertThat(kept.constraints().get(0).violated()).isZero();
    assertThat(kept.notes()).isEmpty();
  }

  @Test
  void refusesWhatCannotBeKept() {
    sums();
    Constraint first = ConstraintNotation.parse("total = net + tax");
    Constraint second = ConstraintNotation.parse("net = total - tax");
    ConstraintOptions both =
        new ConstraintOptions(false, List.of(), List.of(), List.of(first, second), 0.05);
    assertThatThrownBy(() -> kept(both, ROWS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "the declared constraint 'net = total - tax' cannot be kept in table 't'");
  }
}
