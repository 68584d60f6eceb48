package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImpliedLikelihoodTest {
  private static TreeColumn tree(String name, String tree) {
    return new TreeColumn(name, List.of(0, 1), false, List.of(CodeTreeText.read(tree)));
  }

  /**
   * a is even; b is 0 with probability 3/4 where a is 0, with 1/4 elsewhere; c asks b only. Then
   * P(a = 0 | b = 0) = 3/4, whatever c is. Each tree is mixed with a hundredth of the column's own
   * distribution.
   */
  @Test
  void isTheFullConditionalOfTheChain() {
    List<CodeColumn> rows =
        List.of(
            CodeColumn.of(Samples.nominal("a", 2, 2, row -> row)),
            CodeColumn.of(Samples.nominal("b", 2, 2, row -> row)),
            CodeColumn.of(Samples.nominal("c", 2, 2, row -> 1 - row)));
    List<TreeColumn> trees =
        List.of(
            tree("a", "="),
            tree("b", "?0:0 =0*3,1*1 =0*1,1*3"),
            tree("c", "?1:0 =0*1,1*9 =0*9,1*1"));

    double near = 0.99 * 0.75 + 0.01 * 0.5;
    double far = 0.99 * 0.25 + 0.01 * 0.5;
    assertThat(ImpliedLikelihood.of(trees, rows, 0, 2))
        .containsExactly(
            new double[] {Math.log(near / (near + far)), Math.log(near / (near + far))},
            within(1e-12));
    double match = 0.99 * 0.9 + 0.01 * 0.5;
    double miss = 0.99 * 0.1 + 0.01 * 0.5;
    assertThat(ImpliedLikelihood.of(trees, rows, 1, 1))
        .containsExactly(
            new double[] {Math.log(near * match / (near * match + far * miss))}, within(1e-12));
  }

  @Test
  void theLastColumnIsForetoldByItsOwnTrees() {
    List<CodeColumn> rows = Samples.exclusiveOr(500, 1).stream().map(CodeColumn::of).toList();
    TreeGrowth growth =
        TreeGrowth.of(
            rows,
            DependenceStrength.of(rows),
            List.of(0, 1, 2),
            TreeOptions.of(10, 1, 1, TreeBudget.of(3)),
            1);
    List<TreeColumn> trees = ColumnTasks.local().run(growth);

    assertThat(ImpliedLikelihood.of(trees, rows, 2, 500))
        .containsExactly(HeldOutLikelihood.of(trees.get(2), rows, 2, 500), within(1e-12));
  }
}
