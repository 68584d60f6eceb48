package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.fit.GaussianCopulaFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TreeCopulaFitterTest {
  private static final int ROWS = 4000;

  private static TreeCopulaFitter.Fit fit(List<CodedColumn> sample) {
    return TreeCopulaFitter.of(sample, 10, 7, ColumnTasks.local()).fit();
  }

  private static CodeColumn named(List<CodeColumn> columns, String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  /** The share of rows in which c is the exclusive or of a and b. */
  private static double exclusiveOr(List<CodeColumn> rows) {
    int matches = 0;
    for (int row = 0; row < ROWS; row++) {
      int expected = named(rows, "a").code(row) ^ named(rows, "b").code(row);
      matches += named(rows, "c").code(row) == expected ? 1 : 0;
    }
    return (double) matches / ROWS;
  }

  /** 95 % of the real rows; the standard error of a share of 4,000 is at most 0.008. */
  @Test
  void treesKnowAnExclusiveOr() {
    List<CodedColumn> sample = Samples.exclusiveOr(ROWS, 1);
    TreeCopulaFitter.Fit fit = fit(sample);
    List<String> order = fit.copula().columns().stream().map(TreeColumn::name).toList();
    List<CodeColumn> columns = sample.stream().map(CodeColumn::of).toList();
    List<Integer> positions =
        order.stream().map(name -> columns.indexOf(named(columns, name))).toList();
    TreeGrowth growth =
        TreeGrowth.of(
            columns,
            DependenceStrength.of(columns),
            positions,
            fit.caution().options(10, TreeBudget.of(columns.size())),
            7);

    assertThat(growth.columns()).extracting(CodeColumn::name).containsExactlyElementsOf(order);
    assertThat(
            exclusiveOr(
                CodeSampler.draw(growth, fit.copula().columns(), ROWS, new SplittableRandom(3))))
        .isGreaterThan(0.91);
  }

  /** The companion: a Gaussian copula of the same rows cannot. */
  @Test
  void aGaussianCopulaDoesNot() {
    List<CodedColumn> sample = Samples.exclusiveOr(ROWS, 1);
    GaussianCopula gaussian = GaussianCopulaFitter.fit(sample).copula();
    List<CodeColumn> columns = sample.stream().map(CodeColumn::of).toList();

    assertThat(exclusiveOr(GaussianSampler.draw(gaussian, columns, ROWS, new SplittableRandom(3))))
        .isLessThan(0.8);
  }

  /**
   * Where what is given tells nearly all of a row, a drawn row lies near the row that this is of.
   * That is no memory of it: trees need no caution.
   */
  @Test
  void whatIsGivenIsNotTakenForWhatIsRemembered() {
    SplittableRandom random = new SplittableRandom(5);
    List<GivenCodes> given = new ArrayList<>();
    List<CodedColumn> columns = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      int[] known = random.ints(ROWS, 0, 60).toArray();
      int[] values = IntStream.of(known).map(code -> code + random.nextInt(2)).toArray();
      columns.add(Samples.ordered(name, 61, ROWS, row -> values[row]));
      given.add(given(name, known));
    }
    TreeSample sample =
        new TreeSample(
            given, columns, 0, new TreeSample.Links(Map.of(), Map.of(), Map.of()), RowUnits.ROWS);
    TreeCopulaFitter.Fit fit = TreeCopulaFitter.of(sample, 10, 7, ColumnTasks.local()).fit();
    assertThat(fit.caution().bagShare()).isEqualTo(0.85);
    assertThat(fit.nearestShare()).isBetween(0.48, 0.518);
  }

  private static GivenCodes given(String column, int[] known) {
    byte[] codes = new byte[known.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (byte) known[row];
    }
    List<Integer> starts = IntStream.range(0, 60).boxed().toList();
    return GivenCodes.of(
        new GivenColumn("given " + column, GivenColumn.Origin.PARENT, "", column, starts),
        codes,
        true);
  }

  @Test
  void theFitIsAFunctionOfRowsAndSecret() {
    List<CodedColumn> sample = Samples.normal(1000, 2);

    assertThat(fit(sample)).isEqualTo(fit(sample));
    assertThat(TreeCopulaFitter.of(sample, 10, 8, ColumnTasks.local()).fit().copula())
        .isNotEqualTo(fit(sample).copula());
  }

  @Test
  void treesThatRememberNothingAreBold() {
    assertThat(fit(Samples.exclusiveOr(ROWS, 1)).caution().penalty()).isLessThan(2);
    assertThat(fit(Samples.exclusiveOr(ROWS, 1)).nearestShare()).isBetween(0.45, 0.55);
  }
}
