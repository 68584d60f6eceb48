package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NodeGroupsTest {
  private static final int CODES = 96;
  private static final int ROWS = 96 * 60;

  private static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  /** Row i has code i modulo 96. */
  private static CodeColumn column(boolean ordered) {
    return CodeColumn.of(
        ordered
            ? Samples.ordered("x", CODES, ROWS, row -> row % CODES)
            : Samples.nominal("x", CODES, ROWS, row -> row % CODES));
  }

  private static NodeGroups groups(CodeColumn column, int[] rows, int seed) {
    NodeGroups groups = new NodeGroups(column, new SplittableRandom(seed));
    groups.prepare(column, rows, 0, rows.length);
    return groups;
  }

  @Test
  void fewCodesOfANodeHaveAGroupEach() {
    for (boolean ordered : new boolean[] {true, false}) {
      CodeColumn column = column(ordered);
      NodeGroups groups = groups(column, rows(20, 36), 1);

      assertThat(IntStream.range(20, 36).map(groups::of).distinct().count()).isEqualTo(16);
    }
  }

  @Test
  void manyOrderedCodesAreJoinedToNeighboursOfAboutAsManyRows() {
    NodeGroups groups = groups(column(true), rows(10, 70), 1);

    int[] ofCode = IntStream.range(10, 70).map(groups::of).toArray();
    assertThat(ofCode).isSorted();
    int[] sizes =
        IntStream.rangeClosed(0, ofCode[59])
            .map(g -> (int) IntStream.of(ofCode).filter(of -> of == g).count())
            .toArray();
    // 60 codes in fifteen parts of four, but for the first and the last, which the phase cuts.
    assertThat(sizes.length).isBetween(15, 16);
    assertThat(IntStream.of(sizes).skip(1).limit(sizes.length - 2L)).allMatch(n -> n == 4);
  }

  @Test
  void frequentCodesWithoutOrderHaveAGroupEach() {
    // Codes 0 to 9 twelve times each, 10 to 95 once.
    CodeColumn column =
        CodeColumn.of(
            Samples.nominal("x", CODES, 206, row -> row < 120 ? row % 10 : row - 120 + 10));
    for (int seed = 0; seed < 5; seed++) {
      NodeGroups groups = groups(column, rows(0, 206), seed);

      assertThat(IntStream.range(0, 10).map(groups::of).distinct().count()).isEqualTo(10);
      assertThat(IntStream.range(0, 10).map(groups::of).max().orElseThrow()).isLessThan(12);
      assertThat(IntStream.range(12, 96).map(groups::of).filter(g -> g >= 12).distinct().count())
          .isEqualTo(4);
    }
  }

  /** One column decides the other: every code has one of 96 values, and no two have the same. */
  @Test
  void treesKnowWhichOfManyNeighboursBelongsToACode() {
    SplittableRandom random = new SplittableRandom(5);
    int[] key = random.ints(ROWS, 0, CODES).toArray();
    CodeColumn a = CodeColumn.of(Samples.nominal("a", CODES, ROWS, row -> key[row]));
    CodeColumn b = CodeColumn.of(Samples.ordered("b", CODES, ROWS, row -> key[row] * 37 % CODES));
    TreeOptions options = new TreeOptions(2, 12, 0.85, 1.6, TreeOptions.DEFAULT_SHRINKAGE);
    List<CodeColumn> columns = List.of(a, b);
    TreeGrowth growth =
        TreeGrowth.of(columns, DependenceStrength.of(columns), List.of(0, 1), options, 3);
    TreeColumn trees = growth.column(1);

    LeafDistributions leaves = LeafDistributions.of(trees, b.scale());
    double right = Arrays.stream(leaves.probabilities(columns, b, ROWS)).average().orElseThrow();
    // 0.16 with the same groups for the whole tree: six neighbours could not be told apart.
    assertThat(right).isGreaterThan(0.7);
  }
}
