package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.DensityRatio;
import io.mirrorlake.profiler.copula.DensityRatio.Question;
import io.mirrorlake.profiler.copula.DensityRatio.SymmetricTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.ColumnCondition.Target;
import io.mirrorlake.synthesizer.condition.Stretches;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that a density ratio accepts. */
class ProposedTreeTest {
  private static final int ROWS = 40_000;

  /** Two even coins that trees hold for independent, and a third that no ratio asks. */
  private static final Drawn X = coin("x");

  private static final Drawn Y = coin("y");
  private static final Drawn Z = coin("z");

  /** A column that the copula does not know. */
  private static final Drawn FREE = coin("free");

  private static final List<Drawn> ALL = List.of(X, Y, Z, FREE);

  private static Drawn coin(String name) {
    return new Drawn(
        new Column(name, ColumnType.of(Kind.STRING), false),
        new CategoricalMarginal(
            0, List.of(new Category("heads", 0.5), new Category("tails", 0.5)), Optional.empty()));
  }

  private static TreeColumn even(String name) {
    CodeTree leaf = new CodeTree.Leaf(CodeParts.ofDense(new int[] {1, 1}));
    return new TreeColumn(name, List.of(0, 1), false, List.of(leaf));
  }

  /** z is as y in nine rows of ten. */
  private static TreeColumn likeY() {
    CodeTree same =
        new CodeTree.Split(
            1,
            CodeSet.of(0),
            new CodeTree.Leaf(CodeParts.ofDense(new int[] {9, 1})),
            new CodeTree.Leaf(CodeParts.ofDense(new int[] {1, 9})));
    return new TreeColumn("z", List.of(0, 1), false, List.of(same));
  }

  /**
   * Places by whether x and y are tails: exp(f) is 1 where they are the same and 1/e in two trees
   * together where they are not.
   */
  private static TreeCopula copula(double bound) {
    SymmetricTree half =
        new SymmetricTree(
            List.of(new Question(0, CodeSet.of(1)), new Question(1, CodeSet.of(1))),
            List.of(0, -64, -64, 0));
    return new TreeCopula(
        List.of(),
        List.of(even("x"), even("y"), likeY()),
        Optional.of(new DensityRatio(bound, List.of(half, half))));
  }

  private static double[][] couple(
      TreeCopula copula, List<Drawn> wanted, ColumnCondition... conditions) {
    Dependence dependence = Dependence.of(copula, Scales.of(ALL), wanted, List.of(conditions));
    int tile = dependence.tileRows();
    double[][] arrays = new double[dependence.draws().size()][tile];
    double[][] result = new double[wanted.size()][ROWS];
    for (int first = 0; first < ROWS; first += tile) {
      int rows = Math.min(tile, ROWS - first);
      for (int i = 0; i < arrays.length; i++) {
        Draw draw = dependence.draws().get(i);
        RandomStream.of(1, draw.column(), draw.purpose().streamName())
            .uniforms(first, rows, arrays[i]);
      }
      dependence.couple(arrays, rows);
      for (int i = 0; i < result.length; i++) {
        System.arraycopy(arrays[dependence.slot(i)], 0, result[i], first, rows);
      }
    }
    return result;
  }

  private static double share(double[] a, double[] b) {
    return IntStream.range(0, ROWS).filter(row -> a[row] < 0.5 == b[row] < 0.5).count()
        / (double) ROWS;
  }

  /** Rows in which both are the same have 1 of 1 + 1/e; five standard errors are 0.011. */
  @Test
  void rowsFollowTheTreesTimesTheRatio() {
    double[][] rows = couple(copula(1), List.of(X, Y, Z));

    assertThat(share(rows[0], rows[1])).isBetween(0.731 - 0.011, 0.731 + 0.011);
    // What is drawn afterwards follows those that were accepted.
    assertThat(share(rows[1], rows[2])).isBetween(0.9 - 0.008, 0.9 + 0.008);
  }

  /** A ratio above the bound counts as the bound: all are accepted alike. */
  @Test
  void ratiosAreCutOffAtTheBound() {
    double[][] rows = couple(copula(0.3), List.of(X, Y));

    assertThat(share(rows[0], rows[1])).isBetween(0.5 - 0.0125, 0.5 + 0.0125);
  }

  @Test
  void aColumnHasTheSameValuesWhateverElseIsWanted() {
    double[][] all = couple(copula(1), ALL);

    for (int i = 0; i < ALL.size(); i++) {
      assertThat(couple(copula(1), List.of(ALL.get(i)))[0]).containsExactly(all[i]);
    }
  }

  /** Given that x is tails, y is tails in 1 of 1 + 1/e. */
  @Test
  void conditionsAndRatioHoldTogether() {
    ColumnCondition tails =
        new ColumnCondition(X, List.of(new Target(1, Stretches.of(0.5, 1), "tails")));
    double[][] rows = couple(copula(1), List.of(X, Y), tails);

    assertThat(Arrays.stream(rows[0])).allMatch(u -> u >= 0.5);
    assertThat(share(rows[0], rows[1])).isBetween(0.731 - 0.011, 0.731 + 0.011);
  }

  /** z is heads where x and y both are, by the score that its trees ask at its own position. */
  private static TreeCopula scored(Optional<DensityRatio> ratio) {
    CodeTree both =
        new CodeTree.Split(
            2,
            CodeSet.of(2),
            new CodeTree.Leaf(CodeParts.ofDense(new int[] {1, 0})),
            new CodeTree.Leaf(CodeParts.ofDense(new int[] {0, 1})));
    AdditiveScore score =
        new AdditiveScore(
            List.of(
                new AdditiveScore.Term(0, List.of(0, 1), List.of(1, 0)),
                new AdditiveScore.Term(1, List.of(0, 1), List.of(1, 0))),
            List.of(1, 2));
    return new TreeCopula(
        List.of(),
        List.of(
            even("x"),
            even("y"),
            new TreeColumn("z", List.of(0, 1), false, List.of(both)).scoredBy(Optional.of(score))),
        ratio);
  }

  @Test
  void treesAskTheirScoreWhereverRowsAreDrawn() {
    double[][] plain = couple(scored(Optional.empty()), ALL);
    double[][] alone = couple(scored(Optional.empty()), List.of(Z));
    ColumnCondition heads =
        new ColumnCondition(Z, List.of(new Target(1, Stretches.of(0, 0.5), "heads")));
    double[][] conditioned = couple(scored(Optional.empty()), ALL, heads);
    double[][] accepted = couple(scored(copula(1).ratio()), ALL);

    assertThat(alone[0]).isEqualTo(plain[2]);
    for (int row = 0; row < ROWS; row++) {
      assertThat(plain[2][row] < 0.5).isEqualTo(plain[0][row] < 0.5 && plain[1][row] < 0.5);
      assertThat(accepted[2][row] < 0.5)
          .isEqualTo(accepted[0][row] < 0.5 && accepted[1][row] < 0.5);
      assertThat(Math.max(conditioned[0][row], conditioned[1][row])).isLessThan(0.5);
    }
  }
}
