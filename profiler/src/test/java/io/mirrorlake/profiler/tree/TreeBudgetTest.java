package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeBudgetTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 15, 42, 64})
  void narrowTablesPayNoAttentionToCost(int columns) {
    TreeBudget budget = TreeBudget.of(columns);

    assertThat(budget.trees()).isEqualTo(24);
    assertThat(budget.comparedTrees()).isEqualTo(8);
    assertThat(budget.trialTrees()).isEqualTo(12);
    assertThat(budget.ancestors()).isEqualTo(32);
    assertThat(budget.leafFactor()).isEqualTo(1);
    assertThat(budget.parts()).isGreaterThanOrEqualTo(TrialRows.PARTS);
    assertThat(budget.classes()).isGreaterThanOrEqualTo(columns);
    assertThat(budget.judgedRows()).isEqualTo(2_048);
  }

  @Test
  void theTreesOfAllColumnsTogetherGrowLittleWithTheWidth() {
    assertThat(TreeBudget.of(100).trees()).isEqualTo(15);
    assertThat(100 * TreeBudget.of(100).trees()).isLessThanOrEqualTo(64 * 24);
    assertThat(TreeBudget.of(500).trees()).isEqualTo(4);
    assertThat(TreeBudget.of(500).comparedTrees()).isEqualTo(2);
    assertThat(TreeBudget.of(500).trialTrees()).isEqualTo(2);
    assertThat(TreeBudget.of(500).parts()).isEqualTo(1);
    assertThat(TreeBudget.of(500).judgedRows()).isEqualTo(262);
    assertThat(TreeBudget.of(10_000).judgedRows()).isEqualTo(256);
  }

  @Test
  void wideTablesHaveLargerLeavesAndAskFewerColumns() {
    TreeOptions narrow = TreeOptions.of(10, 1, 0, TreeBudget.of(128));
    TreeOptions wide = TreeOptions.of(10, 1, 0, TreeBudget.of(129));

    assertThat(narrow.leafUnits()).isEqualTo(12);
    assertThat(wide.leafUnits()).isEqualTo(24);
    assertThat(TreeBudget.of(128).ancestors()).isEqualTo(32);
    assertThat(TreeBudget.of(129).ancestors()).isEqualTo(16);
  }

  @Test
  void aNegativeNumberOfColumnsIsRefused() {
    assertThatThrownBy(() -> TreeBudget.of(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 columns");
  }
}
