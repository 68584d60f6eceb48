package io.mirrorlake.synthesizer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Constraint.Order;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import io.mirrorlake.synthesizer.EveryType;
import io.mirrorlake.synthesizer.condition.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on columns that constraints decide, calculate, bound or steer. */
class ConstrainedConditionsTest {
  private static final TableProfile TABLE =
      table(
          number("code", 0, 9, 0),
          new Derived(text("label"), label()),
          new Derived(
              new Column("again", ColumnType.of(Kind.STRING), false), new Formula.Copy("label")),
          number("net", 0, 99, 0),
          new Derived(
              new Column("total", ColumnType.of(Kind.INT), true),
              new Formula.Linear(List.of(Term.of("net"), Term.of("tax")), Grid.INTEGERS)),
          number("tax", 0, 99, 0.5),
          number("low", 0, 99, 0.25),
          number("high", 0, 99, 0.5),
          number("left", 0, 9, 0.5),
          number("right", 0, 9, 0.25),
          hidden());

  private static TableProfile table(ColumnProfile... columns) {
    List<ListedConstraint> constraints =
        Stream.of(
                new Constraint.Determines("code", "label"),
                new Constraint.Equal("again", "label"),
                new Constraint.Sum("total", List.of(Term.of("net"), Term.of("tax"))),
                new Order("low", "high", false),
                new Constraint.NullTogether("right", "left"))
            .map(
                constraint ->
                    new ListedConstraint(constraint, 1000, ListedConstraint.Origin.FOUND, 0))
            .toList();
    return new TableProfile(
        "t",
        EveryType.table().source(),
        10_000,
        List.of(columns),
        constraints,
        new GaussianCopula(
            List.of(
                new Latent("code", Role.VALUE),
                new Latent("net", Role.VALUE),
                new Latent("low", Role.VALUE)),
            CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {-0.9}, {0.5, -0.4}}),
            0),
        List.of(),
        TableRelations.NONE,
        List.of(),
        Map.of());
  }

  private static Drawn number(String name, int low, int high, double nulls) {
    return new Drawn(
        new Column(name, ColumnType.of(Kind.INT), nulls > 0),
        new NumericMarginal(nulls, Grid.INTEGERS, digits(low, high)));
  }

  /** Ten equal parts; single numbers where they are so few. */
  private static List<Segment> digits(int low, int high) {
    List<Segment> segments = new ArrayList<>();
    int width = (high - low + 1) / 10;
    for (int start = low; start <= high; start += width) {
      segments.add(
          width == 1 ? Segment.atom(start, 0.1) : new Segment(start, start + width - 1, 0.1));
    }
    return segments;
  }

  private static Column text(String name) {
    return new Column(name, ColumnType.of(Kind.STRING), false);
  }

  private static Drawn hidden() {
    return new Drawn(
        text("hidden"),
        new CategoricalMarginal(0, List.of(new Category("x", 1)), Optional.empty()),
        true);
  }

  /** Codes up to 4 are small, 5 to 8 are great, and 9 is huge. */
  private static Lookup label() {
    List<Lookup.Entry> entries = new ArrayList<>();
    for (int code = 0; code < 10; code++) {
      String label = code < 5 ? "small" : code < 9 ? "great" : "huge";
      entries.add(new Lookup.Entry(new Cell.Numeric(code), new Cell.Text(label)));
    }
    return new Lookup(
        "code",
        new CategoricalMarginal(
            0,
            List.of(
                new Category("small", 0.5), new Category("great", 0.4), new Category("huge", 0.1)),
            Optional.empty()),
        entries,
        Optional.empty());
  }

  private static List<List<String>> rows(String where, String... columns) {
    GenerationPlan plan =
        GenerationPlan.of(TABLE, 3, List.of(columns), Conditions.of(TABLE, where));
    plan.requireConditions();
    return Digest.rows(plan, 0, 4000, BlockSampler.BLOCK_ROWS).stream()
        .map(row -> List.of(row.split("\\|")))
        .toList();
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        kept(
            "{\"label\": \"great\"}",
            row -> between(row.get(0), 5, 8) && row.get(1).equals("great")),
        kept("{\"again\": [\"small\", \"huge\"]}", row -> !between(row.get(0), 5, 8)),
        kept("{\"again\": \"huge\", \"code\": {\"from\": 3}}", row -> row.get(0).equals("9")),
        kept("{\"total\": {\"null\": false}}", row -> !row.get(3).equals("null")),
        kept("{\"high\": {\"from\": 40, \"to\": 60}}", row -> between(row.get(5), 40, 60)),
        kept("{\"high\": 3}", row -> row.get(5).equals("3")),
        kept("{\"high\": {\"from\": 90}}", row -> between(row.get(5), 90, 99)),
        kept(
            "{\"high\": {\"below\": 20}, \"low\": {\"from\": 10}}",
            row -> between(row.get(5), 10, 19) && between(row.get(4), 10, 19)),
        kept("{\"right\": 7}", row -> row.get(7).equals("7") && !row.get(6).equals("null")),
        kept("{\"right\": {\"null\": true}}", row -> row.get(6).equals("null")),
        kept("{\"left\": {\"null\": false}}", row -> !row.get(7).equals("null")));
  }

  private static Arguments kept(String where, Predicate<List<String>> holds) {
    return Arguments.of(where, holds);
  }

  private static boolean between(String text, int low, int high) {
    return !text.equals("null") && Integer.parseInt(text) >= low && Integer.parseInt(text) <= high;
  }

  /** The condition holds, and so do the constraints. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void everyRowKeepsConditionAndConstraints(String where, Predicate<List<String>> holds) {
    List<List<String>> rows =
        rows(where, "code", "label", "net", "total", "low", "high", "left", "right");
    assertThat(rows).allMatch(holds);
    assertThat(rows)
        .allMatch(row -> row.get(1).equals(label(row.get(0))))
        .allMatch(
            row ->
                row.get(4).equals("null")
                    || row.get(5).equals("null")
                    || Integer.parseInt(row.get(4)) <= Integer.parseInt(row.get(5)))
        .allMatch(row -> row.get(6).equals("null") == row.get(7).equals("null"));
  }

  private static String label(String code) {
    return Integer.parseInt(code) < 5 ? "small" : code.equals("9") ? "huge" : "great";
  }

  /**
   * Of 4,000 rows with high in 40 to 59, as many lie in each half: P(40..49 | low &lt;= high) is
   * below one half, as great ones leave more room for the low column.
   */
  @Test
  void aBoundedColumnSpreadsOverItsRange() {
    long lower =
        rows("{\"high\": {\"from\": 40, \"to\": 59}}", "high").stream()
            .filter(row -> between(row.get(0), 40, 49))
            .count();
    assertThat(lower).isBetween(1500L, 2000L);
  }

  @Test
  void sharesOfADecidedColumnAreMet() {
    List<List<String>> rows = rows("{\"label\": {\"huge\": 0.5, \"small\": 0.5}}", "label");
    assertThat(rows.stream().filter(row -> row.get(0).equals("huge")).count())
        .isBetween(1995L, 2005L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"total\": 5}|where: t.total cannot have a condition: it is calculated, by the constraint 'total = net + tax'|put the condition on net or tax, or make the profile without that constraint (constraints.drop)",
        "{\"label\": \"great\", \"code\": 9}|where: label: \"great\" and code: 9 never hold in the same row|remove one of them",
        "{\"label\": {\"great\": 0.5, \"huge\": 0.5}, \"code\": {\"5\": 0.5, \"9\": 0.5}}|where: shares for label: great, label: huge and for code: 5, code: 9 are decided by one column|give shares to one of the columns only",
        "{\"high\": [3, 9]}|where: t.high cannot keep the condition (high: [3,9]): it may have to be raised to keep the constraint 'low <= high'|ask for one value or range, or for a range without an upper end, or make the profile without that constraint (constraints.drop)",
        "{\"right\": {\"1\": 0.5, \"null\": 0.5}}|where: t.right cannot keep the condition (right: 1, right: null): it is null where 'left' is, by the constraint 'right null exactly when left null'|ask for values only, or for nulls only, or make the profile without that constraint (constraints.drop)",
        "{\"high\": {\"to\": 3}, \"low\": 7}|where: low: 7 and high: {\"to\":3} (as low <= high) never hold in the same row|remove one of them",
        "{\"hidden\": \"x\"}|where: table 't' has no column 'hidden'|did you mean 'code'? Its columns are code, label, again, net, total, tax, low, high, left, right",
        "{\"code\": 9, \"net\": {\"from\": 80}}|where: table 't' has no rows with code: 9 and net: {\"from\":80}: the profile expects 0.0 in 10000 rows, where chance alone would give 200|remove one of these conditions, or change it",
        "{\"label\": {\"huge\": 0.5, \"small\": 0.5}, \"net\": {\"from\": 80}}|where: table 't' has no rows with label: huge and net: {\"from\":80}: the profile expects 0.0 in 10000 rows, where chance alone would give 200|remove one of these conditions, or change it",
      })
  void refusesWhatConstraintsAndTheCopulaDoNotLetBe(String where, String problem, String cure) {
    assertThatThrownBy(() -> rows(where, "code"))
        .isInstanceOf(UserException.class)
        .hasMessage(problem + "\n  cure: " + cure);
  }

  /** What is rare is no error: chance alone would give 20 rows. */
  @Test
  void rareRowsAreMade() {
    assertThat(rows("{\"code\": 9, \"net\": {\"from\": 98}}", "code", "net"))
        .allMatch(row -> row.get(0).equals("9") && between(row.get(1), 98, 99));
  }
}
