package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class TreeGrowthTest {
  private static final int ROWS = 1500;
  private static final TreeOptions OPTIONS = TreeOptions.of(10, ROWS, 0.4, 0.7, TreeBudget.of(6));

  private static TreeGrowth growth(long secret) {
    List<CodeColumn> columns = Samples.normal(ROWS, 3).stream().map(CodeColumn::of).toList();
    DependenceStrength strength = DependenceStrength.of(columns);
    return TreeGrowth.of(columns, strength, ColumnOrder.of(strength, columns), OPTIONS, secret);
  }

  /** How many of all rows end in each leaf of a tree of the last column. */
  private static Collection<Integer> leafRows(TreeGrowth growth, CodeTree tree) {
    IdentityHashMap<CodeTree, Integer> rows = new IdentityHashMap<>();
    for (int row = 0; row < ROWS; row++) {
      int at = row;
      rows.merge(tree.leaf(column -> growth.columns().get(column).code(at)), 1, Integer::sum);
    }
    return rows.values();
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
  void everyLeafIsLearnedFromRowsEnough() {
    TreeGrowth growth = growth(5);
    TreeColumn last = growth.column(2);

    assertThat(OPTIONS.leafRows()).isEqualTo(12);
    assertThat(last.trees()).hasSize(OPTIONS.trees());
    for (CodeTree tree : last.trees()) {
      assertThat(leafRows(growth, tree)).hasSizeGreaterThan(2).allMatch(rows -> rows >= 12);
    }
    assertThat(last.trees()).doesNotHaveDuplicates();
  }

  @Test
  void theFirstColumnIsOneLeafThatAsksNothing() {
    assertThat(growth(5).column(0).trees()).containsExactly(CodeTreeText.read("="));
  }

  @Test
  void eachOfSomeColumnsIsGrownFromAllOthers() {
    List<CodeColumn> columns = Samples.normal(ROWS, 3).stream().map(CodeColumn::of).toList();
    DependenceStrength strength = DependenceStrength.of(columns);
    TreeGrowth growth = TreeGrowth.eachFromOthers(columns, strength, List.of(2, 0), OPTIONS, 5);

    assertThat(growth.columns()).extracting(CodeColumn::name).containsExactly("z", "x", "y");
    assertThat(growth.size()).isEqualTo(2);
    assertThat(asked(growth.column(0))).containsExactly(1, 2);
    assertThat(asked(growth.column(1))).containsExactly(0, 2);
  }

  private static SortedSet<Integer> asked(TreeColumn column) {
    SortedSet<Integer> asked = new TreeSet<>();
    column.trees().forEach(tree -> addAsked(tree, asked));
    return asked;
  }

  private static void addAsked(CodeTree tree, SortedSet<Integer> asked) {
    if (tree instanceof CodeTree.Split split) {
      asked.add(split.ancestor());
      addAsked(split.inside(), asked);
      addAsked(split.outside(), asked);
    }
  }

  @Test
  void leavesGrowWithKAndWithTheSample() {
    assertThat(TreeOptions.of(100, ROWS, 1, 1, TreeBudget.of(6)).leafRows()).isEqualTo(120);
    assertThat(TreeOptions.of(1, 819_200, 1, 1, TreeBudget.of(6)).leafRows()).isEqualTo(100);
    assertThatThrownBy(() -> new TreeOptions(1, 15, 0.4, Double.NaN, TreeOptions.DEFAULT_SHRINKAGE))
        .hasMessage("1 trees with leaves of 15 rows, bags of 0.4 and a penalty of NaN");
  }
}
