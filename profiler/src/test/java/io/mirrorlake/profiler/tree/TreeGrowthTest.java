package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TreeGrowthTest {
  private static final int ROWS = 1500;
  private static final TreeOptions OPTIONS = TreeOptions.of(10, 0.4, 0.7, TreeBudget.of(6));

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

    assertThat(OPTIONS.leafUnits()).isEqualTo(12);
    assertThat(last.trees()).hasSize(OPTIONS.trees());
    for (CodeTree tree : last.trees()) {
      assertThat(leafRows(growth, tree)).hasSizeGreaterThan(2).allMatch(rows -> rows >= 12);
    }
    assertThat(last.trees()).doesNotHaveDuplicates();
  }

  /** Families of six rows that are alike in what is asked: no leaf has fewer than 12 of them. */
  @Test
  void everyLeafIsLearnedFromUnitsEnough() {
    TreeGrowth rows = growth(5);
    long[] families = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      families[row] = (long) rows.columns().get(0).code(row) << 8 | row % 4;
    }
    TreeGrowth growth = rows.withUnits(RowUnits.of(families));
    for (CodeTree tree : growth.column(2).trees()) {
      IdentityHashMap<CodeTree, Set<Long>> units = new IdentityHashMap<>();
      for (int row = 0; row < ROWS; row++) {
        int at = row;
        CodeTree leaf = tree.leaf(column -> growth.columns().get(column).code(at));
        units.computeIfAbsent(leaf, of -> new HashSet<>()).add(families[row]);
      }
      assertThat(units.values()).hasSizeGreaterThan(1).allMatch(of -> of.size() >= 12);
    }
    assertThat(growth.column(2)).isNotEqualTo(rows.column(2));
  }

  /** What rows have that keep a sibling's value is no matter of a column's trees. */
  @Test
  void aColumnIsGrownFromTheRowsThatDrawIt() {
    List<CodeColumn> columns = new ArrayList<>();
    Samples.normal(ROWS, 3).forEach(column -> columns.add(CodeColumn.of(column)));
    byte[] changed = columns.get(2).codes().clone();
    for (int row = 0; row < ROWS; row += 2) {
      changed[row] = 0;
    }
    columns.add(0, CodeColumn.of(Samples.ordered("=z", 2, ROWS, row -> 1 - row % 2)));
    DependenceStrength strength = DependenceStrength.of(columns);
    TreeGrowth growth = TreeGrowth.of(columns, strength, List.of(0, 1, 2, 3), OPTIONS, 5);
    columns.set(3, columns.get(3).withCodes(changed));
    TreeGrowth other = TreeGrowth.of(columns, strength, List.of(0, 1, 2, 3), OPTIONS, 5);
    Map<String, String> flags = Map.of("z", "=z");

    assertThat(growth.column(3)).isNotEqualTo(other.column(3));
    assertThat(growth.drawnWhere(flags).column(3)).isEqualTo(other.drawnWhere(flags).column(3));
    assertThat(growth.drawnWhere(flags).column(2)).isEqualTo(growth.column(2));
    assertThat(growth.drawnWhere(Map.of("=z", "z")).column(0)).isEqualTo(growth.column(0));
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
  void leavesGrowWithK() {
    assertThat(TreeOptions.of(100, 1, 1, TreeBudget.of(6)).leafUnits()).isEqualTo(120);
    assertThat(TreeOptions.of(1, 1, 1, TreeBudget.of(6)).leafUnits()).isEqualTo(2);
    assertThatThrownBy(() -> new TreeOptions(1, 15, 0.4, Double.NaN, TreeOptions.DEFAULT_SHRINKAGE))
        .hasMessage("1 trees with leaves of 15 units, bags of 0.4 and a penalty of NaN");
  }

  @Test
  void whatIsDrawnFirstAsksNothingThatIsKnownLater() {
    List<CodeColumn> columns =
        Stream.of(Samples.normal(ROWS, 3), Samples.normal(ROWS, 3).subList(0, 2))
            .flatMap(List::stream)
            .map(CodeColumn::of)
            .toList();
    DependenceStrength strength = DependenceStrength.of(columns);
    KnownFirst known = new KnownFirst(2, 1, Map.of(4, Set.of(1)), Set.of(0), Map.of());
    TreeGrowth growth =
        TreeGrowth.of(columns, known, strength, known.inPlace(List.of(2, 0, 4, 1, 3)), OPTIONS, 5);

    assertThat(asked(growth.column(2))).containsExactly(1);
    assertThat(asked(growth.column(3))).contains(1).doesNotContain(0);
    assertThat(asked(growth.column(4))).contains(0).doesNotContain(1);
  }
}
