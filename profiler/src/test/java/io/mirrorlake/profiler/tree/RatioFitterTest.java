package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.fit.CodedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What trees miss of rows, and a ratio finds. */
final class RatioFitterTest {
  private static final int ROWS = 8_000;
  private static final int THROWS = 16_000;

  /** So many units stand where a value is told. */
  private static final int LEAF = 12;

  /**
   * Six dice, and the sum of five of them, or, where the first is high, what that lacks: trees can
   * hardly add, and no sum tells what rises in some rows and falls in others.
   */
  private static List<CodedColumn> dice(long seed) {
    Random random = new Random(seed);
    int[][] thrown = new int[THROWS][7];
    for (int[] row : thrown) {
      for (int die = 0; die < 6; die++) {
        row[die] = random.nextInt(6);
      }
      row[6] = told(row);
    }
    return IntStream.range(0, 7)
        .mapToObj(c -> Samples.ordered("c" + c, c < 6 ? 6 : 26, THROWS, row -> thrown[row][c]))
        .toList();
  }

  private static int told(int[] dice) {
    int sum = Arrays.stream(dice, 1, 6).sum();
    return dice[0] < 3 ? sum : 25 - sum;
  }

  private static List<CodeColumn> columns(int rows, IntUnaryOperator a, IntUnaryOperator b) {
    return List.of(
        CodeColumn.of(Samples.ordered("a", 20, rows, a)),
        CodeColumn.of(Samples.nominal("b", 20, rows, b)));
  }

  private static RatioBoosting boosting(List<CodeColumn> real, List<CodeColumn> drawn, int least) {
    return new RatioBoosting(
        real,
        drawn,
        IntStream.range(0, real.size()).toArray(),
        RowUnits.ROWS,
        least,
        new SplittableRandom(1));
  }

  private static double gain(
      List<CodeColumn> real,
      List<CodeColumn> drawn,
      List<CodeColumn> heldOut,
      List<CodeColumn> fresh) {
    RatioGains gains = RatioGains.of(boosting(real, drawn, LEAF), heldOut, fresh, 60, tree -> {});
    return gains.best() == 0 ? 0 : gains.nats().get(gains.best() - 1);
  }

  private static List<CodeColumn> random(long seed, boolean equal) {
    Random random = new Random(seed);
    int[] a = random.ints(ROWS, 0, 20).toArray();
    int[] b = random.ints(ROWS, 0, 20).toArray();
    // Where they are to be equal, they are in every second row.
    return columns(
        ROWS, row -> a[row], row -> equal && (row & 1) == 0 ? (a[row] * 7 + 3) % 20 : b[row]);
  }

  /**
   * Of pairs that are equal in half of the rows and drawn at random: with q the share of equal ones
   * among the drawn, 1/20, the Jensen-Shannon divergence of 0.525 and 0.05 is 0.15 nats. Trees that
   * ask at most seven questions find most of it.
   */
  @Test
  void findsWhatIndependentColumnsMiss() {
    double gain = gain(random(1, true), random(2, false), random(3, true), random(4, false));

    assertThat(gain).isBetween(0.075, 0.15);
  }

  @Test
  void rowsOfOneKindHaveNoRatio() {
    double gain = gain(random(1, false), random(2, false), random(3, false), random(4, false));

    assertThat(gain).isLessThan(0.001);
  }

  /** Five real rows where nothing is drawn, and none where every second one is. */
  @Test
  void fewUnitsAreToldAsIfTheyWereEnough() {
    int rows = 4000;
    List<CodeColumn> drawn = columns(rows, row -> row % 2, row -> 0);
    List<CodeColumn> real = columns(rows, row -> row < 5 ? 19 : 0, row -> 0);
    List<CodeColumn> none = columns(rows, row -> 0, row -> 0);

    assertThat(value(boosting(real, drawn, 10), 19)).isLessThanOrEqualTo(1);
    assertThat(value(boosting(real, drawn, 1), 19)).isGreaterThan(1);
    // 0.4 128 (-1000 + n / 2) / (20 + 500 + n / 4), where n are taken for real beside 2,000.
    assertThat(value(boosting(none, drawn, 1000), 1)).isBetween(-34, -33);
    assertThat(value(boosting(none, drawn, 1), 1)).isBetween(-99, -98);
  }

  /** The value of the first tree where column a has this code, in parts of a nat. */
  private static int value(RatioBoosting boosting, int code) {
    SymmetricTree tree = boosting.next().orElseThrow();
    return tree.values().get(tree.place(column -> column == 0 ? code : 0));
  }

  @Test
  void nothingToAskIsTheEnd() {
    List<CodeColumn> same = columns(100, row -> 3, row -> 3);

    assertThat(boosting(same, same, 10).next()).isEmpty();
  }

  /** Dice and their sum get a ratio, and are nearer to what they are with it. */
  @Test
  void aFitHasARatioWhereTreesFail() {
    List<CodedColumn> sample = dice(5);
    TreeCopulaFitter.Fit fit =
        TreeCopulaFitter.of(sample, 10, 7, ColumnTasks.local()).fitByItself();
    TreeCopula copula = fit.copula();

    assertThat(copula.ratio()).isPresent();
    assertThat(fit.ratioGain()).isGreaterThan(0.01);
    assertThat(copula.ratio().orElseThrow().bound()).isBetween(1.0, 20.0);
    assertThat(TreeCopulaFitter.of(sample, 10, 7, ColumnTasks.local()).fitByItself())
        .isEqualTo(fit);
    double plain = meanError(drawn(sample, copula, Optional.empty()));
    assertThat(meanError(drawn(sample, copula, copula.ratio()))).isLessThan(0.85 * plain);
  }

  /** How far the seventh column is from what the dice say, on average. */
  private static double meanError(List<CodeColumn> rows) {
    double sum = 0;
    for (int row = 0; row < rows.get(0).rows(); row++) {
      int[] thrown = new int[7];
      for (CodeColumn column : rows) {
        thrown[column.name().charAt(1) - '0'] = column.code(row);
      }
      sum += Math.abs(thrown[6] - told(thrown));
    }
    return sum / rows.get(0).rows();
  }

  /** Rows of a copula, accepted by a ratio if there is one. */
  private static List<CodeColumn> drawn(
      List<CodedColumn> sample, TreeCopula copula, Optional<DensityRatio> ratio) {
    List<CodeColumn> columns = sample.stream().map(CodeColumn::of).toList();
    List<Integer> order = new ArrayList<>();
    copula
        .columns()
        .forEach(
            column ->
                order.add(
                    columns.indexOf(
                        columns.stream()
                            .filter(of -> of.name().equals(column.name()))
                            .findFirst()
                            .orElseThrow())));
    TreeGrowth growth =
        TreeGrowth.of(
            columns,
            DependenceStrength.of(columns),
            order,
            TreeOptions.of(10, 0.8, 1, TreeBudget.of(7)),
            7);
    List<CodeColumn> rows =
        CodeSampler.draw(growth, copula.columns(), ROWS, new SplittableRandom(3));
    SplittableRandom random = new SplittableRandom(4);
    int[] accepted =
        IntStream.range(0, ROWS)
            .filter(
                row ->
                    ratio
                        .map(
                            of ->
                                random.nextDouble() * of.bound()
                                    < Math.exp(
                                        of.value(column -> rows.get(column).code(row))
                                            / (double) DensityRatio.PARTS_OF_NAT))
                        .orElse(true))
            .toArray();
    return rows.stream().map(column -> column.withRows(accepted)).toList();
  }
}
