package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import io.mirrorlake.synthesizer.normal.StandardNormal;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianDependenceTest {
  private static final int ROWS = 100_000;

  private static final Drawn A = column("a", 0);
  private static final Drawn B = column("b", 0.25);
  private static final Drawn C = column("c", 0);
  private static final Drawn D = column("d", 0.5);

  private static final GaussianCopula COPULA =
      new GaussianCopula(
          List.of(
              new Latent("a", Role.VALUE),
              new Latent("b", Role.VALUE),
              new Latent("b", Role.MISSING),
              new Latent("c", Role.VALUE)),
          CorrelationMatrix.ofLowerTriangle(
              new double[][] {{}, {0.6}, {-0.4, 0.1}, {0.5, 0.2, -0.3}}),
          0);

  private static Drawn column(String name, double nullProbability) {
    return new Drawn(
        new Column(name, ColumnType.of(Kind.DOUBLE), nullProbability > 0),
        new NumericMarginal(nullProbability, Grid.CONTINUOUS, List.of(new Segment(0, 1, 1))));
  }

  /** The u of each column for rows 0 to ROWS - 1, seed 1. */
  private static List<double[]> couple(Dependence dependence, int columns) {
    double[][] arrays = new double[dependence.draws().size()][ROWS];
    for (int i = 0; i < arrays.length; i++) {
      Draw draw = dependence.draws().get(i);
      RandomStream.of(1, draw.column(), draw.purpose().streamName()).uniforms(0, ROWS, arrays[i]);
    }
    dependence.couple(arrays, ROWS);
    List<double[]> result = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      result.add(arrays[dependence.slot(i)]);
    }
    return result;
  }

  private static double correlation(double[] x, double[] y) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < ROWS; i++) {
      double a = StandardNormal.quantile(x[i]);
      double b = StandardNormal.quantile(y[i]);
      xy += a * b;
      xx += a * a;
      yy += b * b;
    }
    return xy / Math.sqrt(xx * yy);
  }

  /**
   * Fisher's z of a sample correlation has a standard deviation of 1 / sqrt(n - 3) = 0.00316. A
   * band of 5 of them is missed with a probability of 6e-7.
   */
  private static boolean hasCorrelation(double expected, double[] x, double[] y) {
    double distance = atanh(correlation(x, y)) - atanh(expected);
    return Math.abs(distance) < 5 / Math.sqrt(ROWS - 3.0);
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  @Test
  void recoversTheLatentCorrelations() {
    List<double[]> u = couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(A, C)), 2);
    assertThat(hasCorrelation(0.5, u.get(0), u.get(1))).isTrue();
  }

  /** The companion: a correlation that is off by 0.02, or none at all, is told apart. */
  @Test
  void tellsWrongCorrelationsApart() {
    List<double[]> u = couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(A, C)), 2);
    assertThat(hasCorrelation(0.52, u.get(0), u.get(1))).isFalse();
    List<double[]> independent =
        couple(Dependence.of(new IndependentCopula(), Scales.of(List.of()), List.of(A, C)), 2);
    assertThat(hasCorrelation(0.5, independent.get(0), independent.get(1))).isFalse();
    assertThat(hasCorrelation(0, independent.get(0), independent.get(1))).isTrue();
  }

  /**
   * Values of b lie in [0, 0.75): given that they are not null they correlate with a as the latents
   * do.
   */
  @Test
  void putsValuesBelowAndNullsAboveTheShare() {
    List<double[]> u = couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(A, B)), 2);
    int nulls = 0;
    double aOfNulls = 0;
    for (int i = 0; i < ROWS; i++) {
      nulls += u.get(1)[i] >= 0.75 ? 1 : 0;
      aOfNulls += u.get(1)[i] >= 0.75 ? StandardNormal.quantile(u.get(0)[i]) : 0;
    }
    // The standard deviation of the share is sqrt(0.25 0.75 / n) = 0.00137; five of them are passed
    // once in 2e6 seeds.
    assertThat(nulls / (double) ROWS).isCloseTo(0.25, within(0.0069));
    // E[z_a | z_missing > Phi^-1(0.75)] = -0.4 phi(0.6745) / 0.25 = -0.5084; its standard error is
    // below 1 / sqrt(25,000).
    assertThat(aOfNulls / nulls).isCloseTo(-0.5084, within(5 / Math.sqrt(25_000)));
  }

  /**
   * Values of d, null in half of the rows, whose own latents correlate by 0.8: those that are not
   * null still follow their marginal, so that their u is uniform below 0.5.
   */
  @Test
  void presentValuesKeepTheirMarginal() {
    GaussianCopula copula = ownLatents(0.8);
    double[] u = couple(Dependence.of(copula, Scales.of(List.of()), List.of(A, D)), 2).get(1);
    assertThat(isUniformBelow(0.5, u)).isTrue();
    assertThat(Arrays.stream(u).filter(each -> each >= 0.5).count() / (double) ROWS)
        .isCloseTo(0.5, within(5 * Math.sqrt(0.25 / ROWS)));
  }

  /**
   * The companion: the latent's share of the u-scale alone, without regard of nulls, is told apart
   * at a correlation of a tenth of that.
   */
  @Test
  void tellsMarginalsOfASelectionApart() {
    GaussianCopula copula =
        new GaussianCopula(
            List.of(new Latent("a", Role.VALUE), new Latent("d", Role.MISSING)),
            CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.08}}),
            0);
    List<double[]> u = couple(Dependence.of(copula, Scales.of(List.of()), List.of(A, D)), 2);
    double[] selected = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      selected[i] = u.get(1)[i] >= 0.5 ? u.get(1)[i] : 0.5 * u.get(0)[i];
    }
    assertThat(isUniformBelow(0.5, selected)).isFalse();
  }

  /** The value's latent, its null indicator, and a column that correlates with both. */
  private static GaussianCopula ownLatents(double correlation) {
    return new GaussianCopula(
        List.of(
            new Latent("a", Role.VALUE),
            new Latent("d", Role.VALUE),
            new Latent("d", Role.MISSING)),
        CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.5}, {0.3, correlation}}),
        0);
  }

  /**
   * Kolmogorov and Smirnov's test of the numbers below the share: their statistic passes 2.7 / sqrt
   * n once in a million seeds, by 2 exp(-2 2.7^2).
   */
  private static boolean isUniformBelow(double share, double[] u) {
    double[] present = Arrays.stream(u).filter(each -> each < share).sorted().toArray();
    double distance = 0;
    for (int i = 0; i < present.length; i++) {
      double expected = present[i] / share;
      distance = Math.max(distance, Math.abs(expected - (i + 0.5) / present.length));
    }
    return distance < 2.7 / Math.sqrt(present.length);
  }

  @Test
  void givesTheSameWhateverElseIsWanted() {
    List<double[]> all =
        couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(A, B, C, D)), 4);
    assertThat(couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(C)), 1).get(0))
        .isEqualTo(all.get(2));
    assertThat(couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(D, B)), 2).get(1))
        .isEqualTo(all.get(1));
    assertThat(couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(D, B)), 2).get(0))
        .isEqualTo(all.get(3));
    assertThat(couple(Dependence.of(COPULA, Scales.of(List.of()), List.of(A)), 1).get(0))
        .isEqualTo(all.get(0));
  }

  @Test
  void drawsOnlyWhatItNeeds() {
    assertThat(Dependence.of(COPULA, Scales.of(List.of()), List.of(A)).draws())
        .containsExactly(new Draw("a", Purpose.VALUE));
    assertThat(Dependence.of(COPULA, Scales.of(List.of()), List.of(D)).draws())
        .containsExactly(new Draw("d", Purpose.VALUE));
    assertThat(Dependence.of(COPULA, Scales.of(List.of()), List.of(B, D)).draws())
        .containsExactly(
            new Draw("a", Purpose.VALUE),
            new Draw("b", Purpose.VALUE),
            new Draw("b", Purpose.MISSING),
            new Draw("d", Purpose.VALUE));
  }

  /** A copula without the null indicator of b, and one with nothing but it. */
  @Test
  void drawsIndependentlyWhatTheCopulaLeavesOut() {
    GaussianCopula valueOnly = copula(new Latent("a", Role.VALUE), new Latent("b", Role.VALUE));
    GaussianCopula missingOnly = copula(new Latent("a", Role.VALUE), new Latent("b", Role.MISSING));
    for (GaussianCopula copula : List.of(valueOnly, missingOnly)) {
      Dependence dependence = Dependence.of(copula, Scales.of(List.of()), List.of(B));
      assertThat(dependence.draws())
          .contains(new Draw("b", Purpose.VALUE), new Draw("b", Purpose.MISSING))
          .hasSize(3);
      long nulls = Arrays.stream(couple(dependence, 1).get(0)).filter(u -> u >= 0.75).count();
      assertThat(nulls / (double) ROWS).isCloseTo(0.25, within(0.0069));
    }
  }

  private static GaussianCopula copula(Latent one, Latent other) {
    return new GaussianCopula(
        List.of(one, other), CorrelationMatrix.ofLowerTriangle(new double[][] {{}, {0.9}}), 0);
  }

  @Test
  void staysBelowOne() {
    GaussianCopula copula = copula(new Latent("a", Role.VALUE), new Latent("c", Role.VALUE));
    Dependence dependence = Dependence.of(copula, Scales.of(List.of()), List.of(A, C));
    double[][] arrays = {{1 - 0x1p-53, 0x1p-53}, {1 - 0x1p-53, 0x1p-53}};
    dependence.couple(arrays, 2);
    assertThat(arrays[1][0]).isEqualTo(1 - 0x1p-53);
    assertThat(arrays[1][1]).isBetween(0.0, 1e-20);
  }
}
