package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.ConstraintNotation;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of constraints of small tables; every table has a fixed seed. */
final class ConstraintKeeperTest {
  private static final int ROWS = 604;

  /** The rule's threshold lies from 10 to 15. */
  private static final DisclosurePolicy POLICY = new DisclosurePolicy(10, false, 1);

  private static final Object NULL = new Object();

  private final List<ColumnProfile> columns = new ArrayList<>();
  private final List<IntFunction<Object>> values = new ArrayList<>();

  private void column(String name, Kind kind, Marginal marginal, IntFunction<Object> value) {
    Column column = new Column(name, ColumnType.of(kind), marginal.nullProbability() > 0);
    columns.add(new Drawn(column, marginal));
    values.add(value);
  }

  private void numbers(String name, double nulls, IntFunction<Object> value) {
    Marginal marginal = new NumericMarginal(nulls, Grid.INTEGERS, List.of(new Segment(0, 2000, 1)));
    column(name, Kind.INT, marginal, value);
  }

  private void words(String name, IntFunction<Object> value, String... words) {
    List<Category> categories =
        Arrays.stream(words).map(word -> new Category(word, 1.0 / words.length)).toList();
    column(name, Kind.STRING, new CategoricalMarginal(0, categories, Optional.empty()), value);
  }

  private static int draw(int row, int salt, int bound) {
    return new Random(31L * row + 7_919L * salt).nextInt(1 << 20) % bound;
  }

  private void put(TableRow row, int i) {
    for (int c = 0; c < values.size(); c++) {
      Object value = values.get(c).apply(i);
      if (value instanceof String text) {
        row.put(c, text);
      } else if (value instanceof Integer number) {
        row.put(c, number.doubleValue());
      } else {
        row.putNull(c);
      }
    }
  }

  /** What is kept where the second scan has these parts of the table. */
  private KeptConstraints kept(ConstraintOptions options, int... ends) {
    List<Column> plain = columns.stream().map(ColumnProfile::column).toList();
    RowSample sample = new RowSample(ROWS);
    TableRow row = new TableRow(plain.size());
    for (int i = 0; i < ROWS; i++) {
      put(row, i);
      sample.add(row, i);
    }
    ConstraintScan whole = CandidateSearch.search(plain, ColumnRoles.NONE, sample, options, POLICY);
    int start = 0;
    for (int end : ends) {
      ConstraintScan part =
          CandidateSearch.search(plain, ColumnRoles.NONE, sample, options, POLICY);
      for (int i = start; i < end; i++) {
        put(row, i);
        part.add(row, 0);
      }
      whole.merge(part);
      start = end;
    }
    return ConstraintKeeper.keep("t", columns, whole, POLICY, options);
  }

  private KeptConstraints kept() {
    return kept(ConstraintOptions.DEFAULT, ROWS);
  }

  private static ConstraintOptions declared(String text, double tolerated) {
    return new ConstraintOptions(
        false, List.of(), List.of(), List.of(ConstraintNotation.parse(text)), tolerated);
  }

  private static List<String> texts(KeptConstraints kept) {
    return kept.constraints().stream().map(listed -> listed.constraint().text()).toList();
  }

  private static Formula formula(KeptConstraints kept, String name) {
    return kept.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(column -> ((Derived) column).formula())
        .findFirst()
        .orElseThrow();
  }

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
