package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScoreFitterTest {
  private static final int ROWS = 4_000;
  private static final int COINS = 16;
  private static final TreeOptions OPTIONS = TreeOptions.of(10, 0.6, 2, TreeBudget.of(COINS + 1));

  private final Random random = new Random(7);

  /** Coins, and how many of them are heads with one more or less by chance. */
  private List<CodeColumn> coinsAndTheirSum() {
    int[][] coins = new int[COINS][ROWS];
    int[] sum = new int[ROWS];
    for (int[] coin : coins) {
      for (int row = 0; row < ROWS; row++) {
        coin[row] = random.nextInt(2);
        sum[row] += coin[row];
      }
    }
    int[] noise = IntStream.range(0, ROWS).map(row -> random.nextInt(3)).toArray();
    List<CodeColumn> columns = new ArrayList<>();
    for (int i = 0; i < COINS; i++) {
      int[] coin = coins[i];
      columns.add(ordered("coin" + i, 2, row -> coin[row]));
    }
    columns.add(ordered("sum", COINS + 3, row -> sum[row] + noise[row]));
    return columns;
  }

  private static CodeColumn ordered(String name, int codes, IntUnaryOperator ofRow) {
    return CodeColumn.of(Samples.ordered(name, codes, ROWS, ofRow));
  }

  private static Optional<AdditiveScore> fit(
      List<CodeColumn> columns, RowUnits units, long secret) {
    int last = columns.size() - 1;
    return ScoreFitter.fit(
        columns.get(last),
        columns.subList(0, last),
        IntStream.range(0, last).boxed().toList(),
        OPTIONS,
        units,
        new SplittableRandom(secret));
  }

  /** Pearson's correlation of two columns' codes. */
  private static double correlation(CodeColumn a, CodeColumn b) {
    double[] sums = new double[5];
    for (int row = 0; row < a.rows(); row++) {
      double x = a.code(row);
      double y = b.code(row);
      double[] more = {x, y, x * x, y * y, x * y};
      for (int i = 0; i < sums.length; i++) {
        sums[i] += more[i] / a.rows();
      }
    }
    return (sums[4] - sums[0] * sums[1])
        / Math.sqrt((sums[2] - sums[0] * sums[0]) * (sums[3] - sums[1] * sums[1]));
  }

  /** The sum has a variance of 4, the noise one of 2/3: the best correlation is 0.926. */
  @Test
  void manyColumnsTellTogetherWhatNoneTellsAlone() {
    List<CodeColumn> columns = coinsAndTheirSum();
    AdditiveScore score = fit(columns, RowUnits.ROWS, 1).orElseThrow();

    assertThat(score.terms()).hasSize(COINS);
    assertThat(correlation(ScoreCodes.of(score, columns), columns.get(COINS)))
        .isBetween(0.89, 0.93);
    assertThat(correlation(columns.get(0), columns.get(COINS))).isLessThan(0.3);
  }

  @Test
  void treesForetellRowsHeldOutMuchBetterByIt() {
    List<CodeColumn> columns = coinsAndTheirSum();
    TreeGrowth growth =
        growth(columns)
            .withRows(IntStream.range(0, ROWS / 2).toArray())
            .withScores(Set.of(COINS - 1, COINS));
    List<CodeColumn> heldOut =
        columns.stream()
            .map(column -> column.withRows(IntStream.range(ROWS / 2, ROWS).toArray()))
            .toList();
    TreeColumn trees = growth.column(COINS);
    double nats =
        Arrays.stream(HeldOutLikelihood.of(trees, heldOut, COINS, ROWS / 2))
            .average()
            .orElseThrow();

    // Of a normal distribution with the variance of the sum it would be -2.19, of the noise's -1.1.
    assertThat(nats).isGreaterThan(-1.45);
    // A coin says nothing of another one.
    assertThat(growth.column(COINS - 1).scored()).isEmpty();
  }

  /**
   * Thirteen rows of a code of their own have the greatest sums. Of a half of them no step tells,
   * as it takes twelve.
   */
  @Test
  void noStepTellsOfFew() {
    List<CodeColumn> columns = coinsAndTheirSum();
    byte[] sum = columns.get(COINS).codes().clone();
    int[] rare = IntStream.range(0, ROWS).map(row -> row % 2).toArray();
    for (int row = 0; row < 13; row++) {
      rare[row] = 2;
      sum[row] = COINS + 2;
    }
    columns.set(0, ordered("rare", 3, row -> rare[row]));
    columns.set(COINS, columns.get(COINS).withCodes(sum));

    assertThat(points(fit(columns, RowUnits.ROWS, 1).orElseThrow(), 3))
        .satisfies(points -> assertThat(points[2]).isEqualTo(points[1]));

    // Of a unit with half of the rows, no step tells either: each has a row of many.
    for (int row = 0; row < ROWS / 2; row++) {
      rare[row] = 2;
      sum[row] = COINS + 2;
    }
    columns.set(0, ordered("rare", 3, row -> rare[row]));
    columns.set(COINS, columns.get(COINS).withCodes(sum));
    RowUnits units =
        RowUnits.of(LongStream.range(0, ROWS).map(row -> row < ROWS / 2 ? 0 : row).toArray());
    assertThat(fit(columns, units, 1).map(score -> points(score, 3)).orElseGet(() -> new int[3]))
        .satisfies(points -> assertThat(points[2]).isEqualTo(points[1]));
    assertThat(points(fit(columns, RowUnits.ROWS, 1).orElseThrow(), 3))
        .satisfies(points -> assertThat(points[2]).isGreaterThan(points[1]));
  }

  private static int[] points(AdditiveScore score, int codes) {
    return score.terms().stream()
        .filter(term -> term.ancestor() == 0)
        .findFirst()
        .map(term -> term.table(codes))
        .orElseGet(() -> new int[codes]);
  }

  /** Half of the rows are one unit's, all heads: no cut tells what they sum up to. */
  @Test
  void cutsAreThoseOfUnits() {
    List<CodeColumn> columns = coinsAndTheirSum();
    for (int i = 0; i < COINS; i++) {
      byte[] codes = columns.get(i).codes().clone();
      Arrays.fill(codes, 0, ROWS / 2, (byte) 1);
      columns.set(i, columns.get(i).withCodes(codes));
    }
    RowUnits units =
        RowUnits.of(LongStream.range(0, ROWS).map(row -> row < ROWS / 2 ? 0 : row).toArray());
    AdditiveScore score = fit(columns, units, 1).orElseThrow();
    int own = ScoreCodes.sums(score, columns)[0];

    assertThat(score.cuts()).hasSizeGreaterThan(20).allMatch(cut -> cut < own - 20);
  }

  @Test
  void everyColumnHasHalvesOfItsOwn() {
    assertThat(IntStream.range(0, 50).mapToLong(position -> TreeGrowth.seed(position, -1)))
        .doesNotHaveDuplicates();
  }

  /** No coin tells of another one, all of them tell of the sum. */
  @Test
  void thoseColumnsHaveScoresThatAreForetoldBetter() {
    List<CodeColumn> columns = coinsAndTheirSum();
    TreeGrowth growth = growth(columns);
    TreeCopulaFitter.Part part =
        new TreeCopulaFitter.Part(
            growth.withRows(IntStream.range(0, ROWS / 2).toArray()),
            growth.withRows(IntStream.range(ROWS / 2, ROWS).toArray()).columns());

    assertThat(ScoreChoice.of(List.of(part), Set.of(), ColumnTasks.local())).containsExactly(COINS);
    assertThat(ScoreChoice.of(List.of(part), Set.of("sum"), ColumnTasks.local())).isEmpty();
  }

  private static TreeGrowth growth(List<CodeColumn> columns) {
    List<Integer> order = IntStream.rangeClosed(0, COINS).boxed().toList();
    return TreeGrowth.of(columns, DependenceStrength.of(columns), order, OPTIONS, 5);
  }

  @Test
  void itIsAFunctionOfRowsAndSecret() {
    List<CodeColumn> columns = coinsAndTheirSum();
    AdditiveScore score = fit(columns, RowUnits.ROWS, 1).orElseThrow();

    assertThat(fit(columns, RowUnits.ROWS, 1)).contains(score);
    assertThat(fit(columns, RowUnits.ROWS, 2).orElseThrow()).isNotEqualTo(score);
  }
}
