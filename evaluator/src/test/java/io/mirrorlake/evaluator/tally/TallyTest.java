package io.mirrorlake.evaluator.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import io.mirrorlake.evaluator.query.QueryAnswer;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final SampleTable PEOPLE = Tables.people(2000, 1);
  private static final TallyPlan PLAN =
      Tallies.plan(TallyPlan.Ruling.of(PEOPLE, TallyPlan.Ends.of(PEOPLE)), 1);

  private static Tally tally(SampleTable table) {
    return PLAN.start().addAll(table);
  }

  /** All that can be read from a tally. */
  private static List<Object> content(Tally tally) {
    List<Object> content = new ArrayList<>(List.of(tally.rows()));
    for (int c = 0; c < PEOPLE.width(); c++) {
      content.add(tally.missingShare(c));
      if (PLAN.isNumber(c)) {
        NumberTally numbers = tally.numbers(c);
        content.add(numbers.distribution().spread());
        content.add(numbers.distribution().least());
        content.add(
            IntStream.range(1, 100)
                .mapToObj(p -> numbers.distribution().quantile(p / 100.0))
                .toList());
        content.add(numbers.offGrid());
      } else {
        content.add(tally.labels(c).counts());
      }
    }
    for (int pair = 0; pair < PLAN.pairs(); pair++) {
      content.add(association(tally.pair(pair)));
      content.add(tally.pair(pair).table().phiSquared());
    }
    for (int query = 0; query < PLAN.queries().size(); query++) {
      content.add(tally.answer(query));
    }
    return content;
  }

  @Test
  void partsMayBeCutAndMergedInAnyWay() throws IOException, ClassNotFoundException {
    List<Object> whole = content(tally(PEOPLE));
    int[] order = Draw.of(7, "parts").permutation(PEOPLE.rows());
    List<Tally> parts = new ArrayList<>();
    for (int start = 0; start < order.length; start += 300) {
      int[] rows = Arrays.copyOfRange(order, start, Math.min(order.length, start + 300));
      parts.add(travelled(tally(PEOPLE.take(rows))));
    }
    Tally left = PLAN.start();
    parts.forEach(left::merge);
    assertThat(content(left)).isEqualTo(whole);
    Tally right = PLAN.start();
    for (int i = parts.size() - 1; i >= 0; i--) {
      right = travelled(parts.get(i)).merge(right);
    }
    assertThat(content(right)).isEqualTo(whole);
    assertThat(content(left.merge(PLAN.start()))).isEqualTo(whole);
  }

  private static double association(PairTally pair) {
    return switch (pair.kind()) {
      case NUMBERS -> pair.pearson();
      case MIXED -> pair.correlationRatio();
      case LABELS -> pair.table().cramersV();
    };
  }

  private static Tally travelled(Tally tally) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(tally);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Tally) in.readObject();
    }
  }

  @Test
  void associationsAreThoseOfTheRows() {
    Tally tally = tally(PEOPLE);
    AssociationMatrix rows = AssociationMatrix.of(PEOPLE);
    for (int pair = 0; pair < PLAN.pairs(); pair++) {
      PairTally counted = tally.pair(pair);
      double expected = rows.value(PLAN.first(pair), PLAN.second(pair));
      assertThat(Math.abs(association(counted)))
          .as("pair " + pair)
          .isEqualTo(expected, within(1e-4));
    }
  }

  @Test
  void queriesAreAnsweredAsByALookAtEachRow() {
    Tally tally = tally(PEOPLE);
    SampleTable coded = PEOPLE;
    var codes = TallyPlan.Ruling.of(PEOPLE, TallyPlan.Ends.of(PEOPLE)).bins().code(coded);
    assertThat(PLAN.queries()).hasSizeGreaterThan(250);
    for (int q = 0; q < PLAN.queries().size(); q++) {
      var query = PLAN.queries().get(q);
      long passing = 0;
      double sum = 0;
      long values = 0;
      for (int row = 0; row < coded.rows(); row++) {
        boolean passes = true;
        for (var predicate : query.predicates()) {
          passes &= predicate.passes(codes.code(predicate.column(), row));
        }
        if (passes) {
          passing++;
          if (query.measure() >= 0 && !coded.column(query.measure()).isMissing(row)) {
            sum += ((NumberColumn) coded.column(query.measure())).value(row);
            values++;
          }
        }
      }
      QueryAnswer answer = tally.answer(q);
      assertThat(answer.passing()).as(query.text()).isEqualTo((double) passing);
      assertThat(answer.values()).isEqualTo((double) values);
      if (values > 0) {
        assertThat(answer.mean()).isEqualTo(sum / values, within(1e-3));
      }
    }
  }

  @Test
  void gridsAreFoundInDecimalsAndSteps() {
    assertThat(DecimalGrid.of(new double[] {10.5, 12, 13.5, 21}))
        .hasValueSatisfying(
            grid -> {
              assertThat(grid.width()).isEqualTo(1.5);
              assertThat(grid.holds(15)).isTrue();
              assertThat(grid.holds(-1.5)).isTrue();
              assertThat(grid.holds(14)).isFalse();
              assertThat(grid.holds(1e300)).isFalse();
            });
    assertThat(DecimalGrid.of(new double[] {0.1, 0.2, 0.7}))
        .hasValueSatisfying(grid -> assertThat(grid.holds(0.1 + 0.2)).isTrue());
    assertThat(DecimalGrid.of(new double[] {Math.PI, Math.E, 1})).isEmpty();
    assertThat(DecimalGrid.of(new double[] {4, 4})).isEmpty();
    double day = 86_400;
    assertThat(DecimalGrid.of(new double[] {day, 3 * day, 7 * day}))
        .hasValueSatisfying(grid -> assertThat(grid.width()).isEqualTo(2 * day));
  }

  @Test
  void tooManyLabelsAreGivenUpInWhateverPartTheyCome() {
    int most = LabelTally.MOST_LABELS;
    List<String> labels = IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
    SampleTable ruler = SampleTable.of(Tables.categories("x", 1, 0));
    TallyPlan plan = Tallies.plan(TallyPlan.Ruling.of(ruler, TallyPlan.Ends.of(ruler)), 1);
    Tally first = plan.start();
    Tally second = plan.start();
    for (int i = 0; i <= most; i++) {
      (i % 2 == 0 ? first : second).add(new double[1], new String[] {labels.get(i)});
    }
    assertThat(first.labels(0).isComplete()).isTrue();
    Tally both = first.merge(second);
    assertThat(both.labels(0).isComplete()).isFalse();
    assertThat(both.labels(0).counts()).isEmpty();
    assertThat(both.labels(0).present()).isEqualTo(most + 1);
    assertThat(plan.start().merge(both).labels(0).isComplete()).isFalse();
  }

  @Test
  void missingValuesHaveACodeOfTheirOwn() {
    SampleTable table =
        SampleTable.of(
            Tables.numbers("x", 1, Double.NaN, 3, 3),
            CategoryColumn.of("c", List.of("a", "b"), 0, 1, -1, 0));
    TallyPlan plan = Tallies.plan(TallyPlan.Ruling.of(table, TallyPlan.Ends.of(table)), 1);
    Tally tally = plan.start().addAll(table);
    assertThat(tally.missingShare(0)).isEqualTo(0.25);
    assertThat(tally.missingShare(1)).isEqualTo(0.25);
    double[] counts = tally.codeCounts(1);
    // a, b, other, missing
    assertThat(counts).containsExactly(2, 1, 0, 1);
    assertThat(tally.codeCounts(0)[tally.codeCounts(0).length - 1]).isEqualTo(1);
    assertThat(tally.pair(0).table().total()).isEqualTo(4);
  }
}
