package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HeldOutLikelihoodTest {
  private static TreeColumn trees(String name, String... trees) {
    return new TreeColumn(
        name, List.of(0, 1), false, Stream.of(trees).map(CodeTreeText::read).toList());
  }

  /** Two rows: a is 0 and 1, b is 1 and 1; each code of a has the share 1/2, of b 1/6 and 5/6. */
  @Test
  void isTheLogarithmOfTheTreesMeanProbability() {
    List<CodeColumn> rows =
        List.of(
            CodeColumn.of(Samples.nominal("a", 2, 2, row -> row)),
            CodeColumn.of(Samples.nominal("b", 2, 2, row -> 1)));
    List<TreeColumn> trees = List.of(trees("a", "="), trees("b", "?0:0 =0*1,1*3 =0*1", "="));

    double first = 0.99 * (3.0 / 4 + 5.0 / 6) / 2 + 0.01 * 5 / 6;
    double second = 0.99 * (5.0 / 6) / 2 + 0.01 * 5 / 6;
    assertThat(HeldOutLikelihood.of(trees, rows))
        .containsExactly(
            new double[] {Math.log(0.5) + Math.log(first), Math.log(0.5) + Math.log(second)},
            within(1e-12));
  }
}
