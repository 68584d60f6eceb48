package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.Dependence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CopulaChoiceTest {
  private static DisclosurePolicy policy() {
    return new DisclosurePolicy(10, false, 7);
  }

  private static CopulaChoice choice(List<CodedColumn> sample, Dependence dependence) {
    return CopulaChoice.of(
        CopulaChoice.Alone.of(sample, RowUnits.ROWS), dependence, policy(), ColumnTasks.local());
  }

  @Test
  void autoTakesTreesWhereACorrelationSaysTooLittle() {
    CopulaChoice choice = choice(Samples.exclusiveOr(4000, 1), Dependence.AUTO);

    assertThat(choice.copula()).isInstanceOf(TreeCopula.class);
    assertThat(choice.notes()).hasSize(2);
    assertThat(choice.notes().get(0))
        .matches(
            "dependence auto took the tree copula: 3-way accuracy against held-out rows 0\\.9\\d\\d"
                + " with trees, 0\\.\\d{3} with the Gaussian copula");
    assertThat(choice.notes().get(1))
        .matches(
            "trees grown on bags of 0\\.\\d of the rows with a penalty of \\d\\.\\d nats a degree of"
                + " freedom; in a trial on three quarters of the rows 0\\.\\d{3} of the drawn rows were nearer to rows grown on than to"
                + " rows held out");
  }

  /** Both are as good here, so that it is a matter of chance which reads better by 0.002. */
  @Test
  void autoTakesTheGaussianCopulaWhereItSuffices() {
    List<CopulaChoice> choices =
        IntStream.range(0, 8)
            .mapToObj(seed -> choice(Samples.normal(4000, seed), Dependence.AUTO))
            .filter(choice -> choice.copula() instanceof GaussianCopula)
            .toList();

    assertThat(choices).hasSizeGreaterThanOrEqualTo(4);
    assertThat(choices.get(0).notes())
        .singleElement()
        .asString()
        .startsWith("dependence auto took the Gaussian copula: 3-way accuracy");
  }

  @Test
  void otherwiseItIsTheOneAskedFor() {
    List<CodedColumn> sample = Samples.normal(1000, 1);

    assertThat(choice(sample, Dependence.TREE).copula()).isInstanceOf(TreeCopula.class);
    assertThat(choice(sample, Dependence.GAUSSIAN).copula()).isInstanceOf(GaussianCopula.class);
    assertThat(choice(sample, Dependence.GAUSSIAN).notes()).isEmpty();
    assertThat(choice(sample, Dependence.INDEPENDENT).copula()).isEqualTo(new IndependentCopula());
  }

  @Test
  void aTableOfOneRowIsNoTrouble() {
    assertThat(choice(Samples.normal(1, 1), Dependence.TREE).copula())
        .isInstanceOf(TreeCopula.class);
  }

  /** Of eleven units, however many rows they have, no leaf but the root can hold twelve. */
  @Test
  void leavesHoldUnitsNotRows() {
    List<CodedColumn> sample = Samples.exclusiveOr(4000, 1);
    assertThat(mostLeaves(sample, units(11))).isEqualTo(1);
    assertThat(mostLeaves(sample, units(50))).isGreaterThan(3);
    assertThat(mostLeaves(sample, RowUnits.ROWS)).isGreaterThan(3);
  }

  /**
   * Sales are high on each seventh of 420 days, so that runs of days, of which there are at most
   * 200, tell little of them. Which days these are is decided by the day.
   */
  @Test
  void treesAskWhatColumnsOfManyValuesDecide() {
    int rows = 12_600;
    CodedColumn day = Samples.ordered("day", 420, rows, row -> row % 420);
    CodedColumn closed = Samples.nominal("closed", 2, rows, row -> row % 7 == 3 ? 1 : 0);
    Random random = new Random(3);
    CodedColumn sales =
        Samples.ordered("sales", 10, rows, row -> (row % 7 == 3 ? 5 : 0) + random.nextInt(5));
    CopulaChoice.Alone alone =
        CopulaChoice.Alone.of(List.of(sales, day), Map.of(closed, "day"), RowUnits.ROWS);
    assertThat(alone.deciders()).containsExactly(Map.entry("closed", "day"));
    TreeCopula copula =
        (TreeCopula)
            CopulaChoice.of(alone, Dependence.AUTO, policy(), ColumnTasks.local()).copula();

    List<String> order = copula.columns().stream().map(TreeColumn::name).toList();
    TreeColumn decided = copula.columns().get(order.indexOf("closed"));
    assertThat(decided.decidedBy()).isEqualTo("day");
    assertThat(order.indexOf("closed")).isEqualTo(order.indexOf("day") + 1);
    // Sales are drawn last, or day is: it knows nothing of sales but through what it decides.
    assertThat(order).endsWith("sales");
    assertThat(copula.needed(Set.of("sales"))).containsOnly(true);
    // A day of few values is asked itself.
    CodedColumn weekday = Samples.ordered("weekday", 7, rows, row -> row % 7);
    assertThat(
            CopulaChoice.Alone.of(List.of(sales, weekday), Map.of(closed, "weekday"), RowUnits.ROWS)
                .decided())
        .isEmpty();
  }

  private static RowUnits units(int count) {
    return RowUnits.of(LongStream.range(0, 4000).map(row -> row % count).toArray());
  }

  private static long mostLeaves(List<CodedColumn> sample, RowUnits units) {
    TreeCopula copula =
        (TreeCopula)
            CopulaChoice.of(
                    CopulaChoice.Alone.of(sample, units),
                    Dependence.TREE,
                    policy(),
                    ColumnTasks.local())
                .copula();
    return copula.columns().stream()
        .map(TreeColumn::trees)
        .flatMap(List::stream)
        .mapToLong(tree -> CodeTreeText.write(tree).chars().filter(c -> c == '=').count())
        .max()
        .orElseThrow();
  }
}
