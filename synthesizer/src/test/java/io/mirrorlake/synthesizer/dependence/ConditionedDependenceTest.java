package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
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
import io.mirrorlake.synthesizer.normal.StandardNormal;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Columns that are not conditioned follow their law given those that are. */
class ConditionedDependenceTest {
  private static final int ROWS = 40_000;

  private static final Drawn X = column("x", 0.2, 0.3, 0.5);
  private static final Drawn Y = column("y", 0.38, 0.62);
  private static final Drawn Z = column("z", 0.9, 0.1);

  private static Drawn column(String name, double... weights) {
    List<Category> categories = new ArrayList<>();
    for (double weight : weights) {
      categories.add(new Category("c" + categories.size(), weight));
    }
    return new Drawn(
        new Column(name, ColumnType.of(Kind.STRING), false),
        new CategoricalMarginal(0, categories, Optional.empty()));
  }

  private static ColumnCondition above(Drawn column, double u) {
    return new ColumnCondition(column, List.of(new Target(1, Stretches.of(u, 1), "asked")));
  }

  private static List<double[]> couple(Copula copula, ColumnCondition... conditions) {
    List<Drawn> columns = List.of(X, Y, Z);
    Dependence dependence = Dependence.of(copula, Scales.of(columns), columns, List.of(conditions));
    double[][] arrays = new double[dependence.draws().size()][dependence.tileRows()];
    List<double[]> result = List.of(new double[ROWS], new double[ROWS], new double[ROWS]);
    for (int first = 0; first < ROWS; first += dependence.tileRows()) {
      int rows = Math.min(dependence.tileRows(), ROWS - first);
      for (int i = 0; i < arrays.length; i++) {
        Draw draw = dependence.draws().get(i);
        RandomStream.of(1, draw.column(), draw.purpose().streamName())
            .uniforms(first, rows, arrays[i]);
      }
      dependence.couple(arrays, rows);
      for (int i = 0; i < result.size(); i++) {
        System.arraycopy(arrays[dependence.slot(i)], 0, result.get(i), first, rows);
      }
    }
    return result;
  }

  private static GaussianCopula gaussian() {
    return new GaussianCopula(
        List.of(
            new Latent("x", Role.VALUE), new Latent("y", Role.VALUE), new Latent("z", Role.VALUE)),
        CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.6}, {0.5, 0.3}}),
        0);
  }

  /**
   * Whether the mean score is the expected one: its standard error is below 1 / sqrt(n), as no
   * condition here widens a normal distribution; five of them are passed once in 2e6 seeds.
   */
  private static boolean hasMeanScore(double expected, double[] u) {
    double mean = Arrays.stream(u).map(StandardNormal::quantile).sum() / ROWS;
    return Math.abs(mean - expected) < 5 / Math.sqrt(ROWS);
  }

  /** E[z_x | z_y > h] = r phi(h) / (1 - Phi(h)) = 0.6 1.754983 at h = Phi^-1(0.9). */
  @Test
  void gaussianGivenOneColumn() {
    List<double[]> u = couple(gaussian(), above(Y, 0.9));
    assertThat(Arrays.stream(u.get(1))).allMatch(each -> each >= 0.9 && each < 1);
    assertThat(hasMeanScore(1.754983, u.get(1))).isTrue();
    assertThat(hasMeanScore(1.052990, u.get(0))).isTrue();
    assertThat(hasMeanScore(0.526495, u.get(2))).isTrue();
  }

  /** The companion: neither the law without the condition passes, nor one that is off by 0.05. */
  @Test
  void tellsWrongMeansApart() {
    assertThat(hasMeanScore(1.052990, couple(gaussian()).get(0))).isFalse();
    assertThat(hasMeanScore(1.10, couple(gaussian(), above(Y, 0.9)).get(0))).isFalse();
  }

  /**
   * Given z_x > h and z_z > h, z_x has the density phi(z) (1 - Phi((h - 0.5 z) / sqrt(0.75))) over
   * z > h, up to a factor. Without the weights its mean would be 1.755, that of z_x > h alone.
   */
  @Test
  void gaussianGivenTwoColumns() {
    double h = StandardNormal.quantile(0.9);
    double mass = 0;
    double mean = 0;
    for (double z = h + 0.0005; z < 9; z += 0.001) {
      double density =
          Math.exp(-z * z / 2)
              * (1 - StandardNormal.cumulativeProbability((h - 0.5 * z) / Math.sqrt(0.75)));
      mass += density;
      mean += density * z;
    }
    List<double[]> u = couple(gaussian(), above(X, 0.9), above(Z, 0.9));
    assertThat(Arrays.stream(u.get(0))).allMatch(each -> each >= 0.9);
    assertThat(Arrays.stream(u.get(2))).allMatch(each -> each >= 0.9);
    assertThat(hasMeanScore(mean / mass, u.get(0))).isTrue();
    assertThat(hasMeanScore(mean / mass, u.get(2))).isTrue();
    assertThat(hasMeanScore(1.754983, u.get(0))).isFalse();
  }

  /** Conditions that contradict each other as far as doubles can tell hold all the same. */
  @Test
  void keepsWhatIsNextToImpossible() {
    GaussianCopula copula =
        new GaussianCopula(
            List.of(new Latent("x", Role.VALUE), new Latent("y", Role.VALUE)),
            CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {-0.9999}}),
            0);
    List<double[]> u = couple(copula, above(X, 0.99), above(Y, 0.99));
    assertThat(Arrays.stream(u.get(0))).allMatch(each -> each >= 0.99 && each < 1);
    assertThat(Arrays.stream(u.get(1))).allMatch(each -> each >= 0.99 && each < 1);
  }

  /**
   * A column that is null in half of the rows, with own latents that correlate by 0.8: given u in
   * [0.2, 0.5), where the values' upper part lies, u is uniform there, and so is [0.2, 0.3) hit by
   * a third of the rows. Five standard deviations of 94.
   */
  @Test
  void gaussianGivenAPresentValue() {
    Drawn column =
        new Drawn(
            new Column("x", ColumnType.of(Kind.STRING), true),
            new CategoricalMarginal(0.5, List.of(new Category("c", 1)), Optional.empty()));
    GaussianCopula copula =
        new GaussianCopula(
            List.of(new Latent("x", Role.VALUE), new Latent("x", Role.MISSING)),
            CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.8}}),
            0);
    ColumnCondition asked =
        new ColumnCondition(column, List.of(new Target(1, Stretches.of(0.2, 0.5), "asked")));
    Dependence dependence =
        Dependence.of(copula, Scales.of(List.of(column)), List.of(column), List.of(asked));
    double[][] arrays = new double[dependence.draws().size()][ROWS];
    for (int i = 0; i < arrays.length; i++) {
      Draw draw = dependence.draws().get(i);
      RandomStream.of(1, draw.column(), draw.purpose().streamName()).uniforms(0, ROWS, arrays[i]);
    }
    dependence.couple(arrays, ROWS);
    double[] u = arrays[dependence.slot(0)];
    assertThat(Arrays.stream(u)).allMatch(each -> each >= 0.2 && each < 0.5);
    assertThat(Arrays.stream(u).filter(each -> each < 0.3).count())
        .isBetween(13_333L - 471, 13_333L + 471);
  }

  @Test
  void independentColumnsStayWithinTheirStretches() {
    Stretches ends = new Stretches(List.of(stretch(0, 0.1), stretch(0.7, 1)));
    List<double[]> u =
        couple(
            new IndependentCopula(), new ColumnCondition(X, List.of(new Target(1, ends, "asked"))));
    assertThat(Arrays.stream(u.get(0))).allMatch(each -> each < 0.1 || each >= 0.7);
    long low = Arrays.stream(u.get(0)).filter(each -> each < 0.1).count();
    // A quarter of the rows; five standard deviations of 87.
    assertThat(low).isBetween(10_000L - 433, 10_000L + 433);
  }

  private static Stretches.Stretch stretch(double start, double end) {
    return new Stretches.Stretch(start, end);
  }

  /** x in three codes; P(y = 1 | x) = 0.1, 0.5, 0.9; z = 1 is ten times likelier where y is 1. */
  private static TreeCopula tree() {
    CodeTree y =
        new CodeTree.Split(
            0,
            CodeSet.of(0),
            leaf(90_000, 10_000),
            new CodeTree.Split(0, CodeSet.of(1), leaf(50_000, 50_000), leaf(10_000, 90_000)));
    CodeTree z = new CodeTree.Split(1, CodeSet.of(1), leaf(80_000, 20_000), leaf(98_000, 2_000));
    return new TreeCopula(
        List.of(
            new TreeColumn("x", List.of(0, 1, 2), false, List.of(leaf(2, 3, 5))),
            new TreeColumn("y", List.of(0, 1), false, List.of(y)),
            new TreeColumn("z", List.of(0, 1), false, List.of(z))));
  }

  private static CodeTree leaf(int... counts) {
    return new CodeTree.Leaf(CodeParts.ofDense(counts));
  }

  /**
   * Whether x has these probabilities: Pearson's chi-square with two degrees of freedom passes 27.6
   * once in a million seeds.
   */
  private static boolean isDistributed(double[] u, double... probabilities) {
    double[] counts = new double[3];
    Arrays.stream(u).forEach(each -> counts[each < 0.2 ? 0 : each < 0.5 ? 1 : 2]++);
    double total = Arrays.stream(probabilities).sum();
    double statistic = 0;
    for (int c = 0; c < counts.length; c++) {
      double expected = ROWS * probabilities[c] / total;
      statistic += (counts[c] - expected) * (counts[c] - expected) / expected;
    }
    return statistic < 27.6;
  }

  /** By Bayes, P(x | y = 1) is as 0.2 0.1 to 0.3 0.5 to 0.5 0.9. */
  @Test
  void treeGivenOneColumn() {
    List<double[]> u = couple(tree(), above(Y, 0.38));
    assertThat(Arrays.stream(u.get(1))).allMatch(each -> each >= 0.38 && each < 1);
    assertThat(isDistributed(u.get(0), 0.02, 0.15, 0.45)).isTrue();
    assertThat(isDistributed(u.get(0), 0.2, 0.3, 0.5)).isFalse();
    assertThat(isDistributed(couple(tree()).get(0), 0.02, 0.15, 0.45)).isFalse();
  }

  /** P(x | z = 1) is as the sum over y of P(x) P(y | x) P(z = 1 | y). */
  @Test
  void treeGivenTheEndOfAChain() {
    List<double[]> u = couple(tree(), above(Z, 0.95));
    assertThat(Arrays.stream(u.get(2))).allMatch(each -> each >= 0.95 && each < 1);
    assertThat(
            isDistributed(
                u.get(0),
                0.2 * (0.1 * 0.2 + 0.9 * 0.02),
                0.3 * (0.5 * 0.2 + 0.5 * 0.02),
                0.5 * (0.9 * 0.2 + 0.1 * 0.02)))
        .isTrue();
  }

  @Test
  void treeGivenTwoColumns() {
    List<double[]> u = couple(tree(), above(Y, 0.38), above(Z, 0.9));
    assertThat(Arrays.stream(u.get(1))).allMatch(each -> each >= 0.38);
    assertThat(Arrays.stream(u.get(2))).allMatch(each -> each >= 0.9);
    assertThat(isDistributed(u.get(0), 0.02, 0.15, 0.45)).isTrue();
  }
}
