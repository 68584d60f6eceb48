package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnOrderTest {
  private static final int ROWS = 3000;
  // "many" tells all of "four" and "two"; "free" has nothing to do with any.
  private static final CodeColumn MANY =
      CodeColumn.of(Samples.ordered("many", 32, ROWS, row -> row % 32));
  private static final CodeColumn FREE =
      CodeColumn.of(Samples.nominal("free", 3, ROWS, row -> row / 32 % 3));
  private static final CodeColumn FOUR =
      CodeColumn.of(Samples.nominal("four", 4, ROWS, row -> row % 32 / 8));
  private static final CodeColumn TWO =
      CodeColumn.of(Samples.nominal("two", 2, ROWS, row -> row % 32 / 16));

  private static List<Integer> order(CodeColumn... columns) {
    List<CodeColumn> list = List.of(columns);
    return ColumnOrder.of(DependenceStrength.of(list), list);
  }

  @Test
  void aColumnOfFewCodesLeadsAndStrongerDependenceComesFirst() {
    List<Integer> order = order(MANY, FREE, FOUR, TWO);

    assertThat(order.get(0)).isIn(2, 3);
    assertThat(order.get(3)).isEqualTo(1);
    assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void withoutAColumnOfFewCodesTheMostInformativeLeads() {
    CodeColumn copy = CodeColumn.of(Samples.ordered("copy", 32, ROWS, row -> row % 32));
    CodeColumn other = CodeColumn.of(Samples.ordered("other", 30, ROWS, row -> row / 32 % 30));

    assertThat(order(other, MANY, copy)).containsExactly(1, 2, 0);
  }
}
