package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderChoiceTest {
  private static final int ROWS = 6000;

  private static List<Integer> choose(
      List<CodeColumn> columns, List<Integer> first, List<Integer> second) {
    TreeOptions options = TreeOptions.of(10, 0.6, 2, TreeBudget.of(3)).withTrees(8);
    TrialColumns trial =
        new TrialColumns(
            columns,
            KnownFirst.NOTHING,
            DependenceStrength.of(columns),
            new TrialColumns.Growing(options, RowUnits.ROWS),
            1);
    int size = columns.get(0).rows();
    TrialRows rows = TrialRows.of(size, size, new SplittableRandom(1));
    return OrderChoice.of(first, second, trial, rows, ColumnTasks.local());
  }

  /**
   * A class, x of 20 codes whose half equals it in a share of the rows, and y that tells in another
   * share of the rows whether they are equal. Neither the class nor x alone tells of y, so that no
   * first question of y's trees gains anything; but the class is asked about x, and then about y.
   * As x has more codes than a class, it is not a column that could be drawn last itself.
   */
  private static List<CodeColumn> hiddenClass(double like, double told) {
    return hiddenClass(like, told, 3, ROWS);
  }

  private static List<CodeColumn> hiddenClass(double like, double told, int seed, int rows) {
    Random random = new Random(seed);
    int[][] codes = new int[rows][];
    for (int row = 0; row < rows; row++) {
      int code = random.nextInt(2);
      int half = random.nextDouble() < like ? code : 1 - code;
      int equal = half == code ? 1 : 0;
      int x = 10 * half + random.nextInt(10);
      codes[row] = new int[] {code, x, random.nextDouble() < told ? equal : 1 - equal};
    }
    return List.of(
        CodeColumn.of(Samples.nominal("class", 2, rows, row -> codes[row][0])),
        CodeColumn.of(Samples.ordered("x", 20, rows, row -> codes[row][1])),
        CodeColumn.of(Samples.nominal("y", 2, rows, row -> codes[row][2])));
  }

  @Test
  void aClassThatTheChainForetellsWorseIsDrawnLast() {
    List<Integer> order = List.of(0, 1, 2);

    assertThat(choose(hiddenClass(0.7, 0.9), order, order)).containsExactly(1, 2, 0);
  }

  /** What the chain loses is small here: by one quarter of the rows, it may as well be chance. */
  @Test
  void aSmallTableHoldsOutMoreThanOneQuarter() {
    List<Integer> order = List.of(0, 1, 2);

    long last =
        IntStream.range(0, 10)
            .filter(seed -> choose(hiddenClass(0.7, 0.66, seed, 1600), order, order).get(2) == 0)
            .count();

    assertThat(last).isGreaterThanOrEqualTo(9);
  }

  /** The companion: of its entropy all other columns explain three parts in a hundred. */
  @Test
  void aClassThatHardlyAnythingForetellsStays() {
    List<Integer> order = List.of(0, 1, 2);

    assertThat(choose(hiddenClass(0.54, 0.6), order, order)).isEqualTo(order);
  }

  /** The companion: one number decides the class, and one question tells it from the other side. */
  @Test
  void aClassThatTheChainForetellsAsWellStays() {
    Random random = new Random(3);
    int[] x = random.ints(ROWS, 0, 40).toArray();
    int[] classes = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      classes[row] = random.nextDouble() < 0.1 ? random.nextInt(2) : x[row] / 20;
    }
    List<CodeColumn> columns =
        List.of(
            CodeColumn.of(Samples.nominal("class", 2, ROWS, row -> classes[row])),
            CodeColumn.of(Samples.ordered("x", 40, ROWS, row -> x[row])),
            CodeColumn.of(Samples.ordered("y", 40, ROWS, row -> random.nextInt(40))));
    List<Integer> order = List.of(0, 1, 2);

    assertThat(choose(columns, order, order)).isEqualTo(order);
  }

  @Test
  void theOrderThatForetellsBetterIsTaken() {
    List<CodeColumn> columns = hiddenClass(0.7, 0.9);
    List<Integer> last = List.of(1, 2, 0);
    List<Integer> leading = List.of(0, 1, 2);

    assertThat(choose(columns, last, leading)).isEqualTo(last);
    assertThat(choose(columns, leading, last)).isEqualTo(last);
  }
}
