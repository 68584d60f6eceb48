package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TreeGrowthTest {
  private static final int ROWS = 1500;
  private static final TreeOptions OPTIONS = TreeOptions.of(10, ROWS, 0.7);

  private static TreeGrowth growth(long secret) {
    List<CodeColumn> columns = Samples.normal(ROWS, 3).stream().map(CodeColumn::of).toList();
    return TreeGrowth.of(columns, OPTIONS, secret);
  }

  private static Stream<Long> leafRows(CodeTree tree) {
    if (tree instanceof CodeTree.Split split) {
      return Stream.concat(leafRows(split.inside()), leafRows(split.outside()));
    }
    return Stream.of(((CodeTree.Leaf) tree).counts().total());
  }

  @Test
  void treesAreAFunctionOfRowsSecretAndPosition() {
    TreeGrowth growth = growth(5);
    TreeColumn last = growth.column(2);
    growth.column(1);

    assertThat(growth.column(2)).isEqualTo(last);
    assertThat(growth(5).column(2)).isEqualTo(last);
    assertThat(growth(6).column(2)).isNotEqualTo(last);
    assertThat(ColumnTasks.local().run(growth).get(2)).isEqualTo(last);
  }

  @Test
  void everyLeafHasRowsEnoughAndEveryTreeSeesSomeOfTheRows() {
    TreeColumn last = growth(5).column(2);

    assertThat(OPTIONS.leafRows()).isEqualTo(15);
    assertThat(last.trees()).hasSize(TreeOptions.DEFAULT_TREES);
    for (CodeTree tree : last.trees()) {
      List<Long> rows = leafRows(tree).toList();
      assertThat(rows).hasSizeGreaterThan(2).allMatch(n -> n >= 15);
      assertThat(rows.stream().mapToLong(n -> n).sum()).isEqualTo(600);
    }
    assertThat(last.trees()).doesNotHaveDuplicates();
  }

  @Test
  void theFirstColumnIsOneLeafThatAsksNothing() {
    assertThat(growth(5).column(0).trees()).hasSize(1).allMatch(CodeTree.Leaf.class::isInstance);
  }

  @Test
  void leavesGrowWithKAndWithTheSample() {
    assertThat(TreeOptions.of(100, ROWS, 1).leafRows()).isEqualTo(150);
    assertThat(TreeOptions.of(1, 819_200, 1).leafRows()).isEqualTo(100);
    assertThatThrownBy(() -> new TreeOptions(1, 15, Double.NaN, TreeOptions.DEFAULT_SHRINKAGE))
        .hasMessage("1 trees with leaves of 15 rows and a penalty of NaN");
  }
}
