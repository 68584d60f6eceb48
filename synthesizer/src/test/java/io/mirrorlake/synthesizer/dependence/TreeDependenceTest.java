package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.copula.CodeTreeText;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.LookupPositions;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeDependenceTest {
  private static final int ROWS = 100_000;

  private static final Drawn A = column("a", 0);
  private static final Drawn B = column("b", 0.5);
  private static final Drawn C = column("c", 0);
  private static final Drawn FREE = column("free", 0.25);
  private static final List<Drawn> ALL = List.of(A, B, C, FREE);

  /** b follows a; its last code is that of the nulls. c asks nothing. */
  private static final TreeCopula COPULA =
      new TreeCopula(
          List.of(
              trees("a", 2, "="),
              trees("c", 2, "="),
              trees("b", 3, "?0:0 =0*13,1*1,2*2 =0*1,1*5,2*10", "=")));

  /** Two segments of equal weight, and nulls. */
  private static Drawn column(String name, double nullProbability) {
    return new Drawn(
        new Column(name, ColumnType.of(Kind.DOUBLE), nullProbability > 0),
        new NumericMarginal(
            nullProbability,
            Grid.CONTINUOUS,
            List.of(new Segment(0, 1, 0.5), new Segment(1, 2, 0.5))));
  }

  private static TreeColumn trees(String name, int codes, String... trees) {
    return new TreeColumn(
        name,
        IntStream.range(0, codes).boxed().toList(),
        false,
        Stream.of(trees).map(CodeTreeText::read).toList());
  }

  private static double b(double a, double b) {
    Dependence dependence = Dependence.of(COPULA, Scales.of(ALL), List.of(A, B));
    double[][] arrays = {{a}, {b}};
    dependence.couple(arrays, 1);
    assertThat(arrays[dependence.slot(0)][0]).isEqualTo(a);
    return arrays[dependence.slot(1)][0];
  }

  /**
   * The codes of b take 1/4, 1/4 and 1/2 of the u-scale. Given the first code of a, the first tree
   * has them at 13/16, 1/16 and 1/8; given the second, at 1/16, 5/16 and 10/16. The lower half of
   * the last 20 bits of b's draw belongs to that tree, the upper half to the other, which leaves u
   * as it is.
   */
  @Test
  void followsTheTreesByHand() {
    assertThat(b(0.25, 13.0 / 32)).isCloseTo(0.125, within(1e-7));
    assertThat(b(0.25, 27.0 / 32)).isCloseTo(0.375, within(1e-6));
    assertThat(b(0.25, 15.0 / 16)).isCloseTo(0.75, within(1e-6));
    assertThat(b(0.75, 1.0 / 32)).isCloseTo(0.125, within(1e-7));
    assertThat(b(0.75, 3.5 / 16)).isCloseTo(0.375, within(1e-7));
    assertThat(b(0.75, 11.0 / 16)).isCloseTo(0.75, within(1e-7));
    assertThat(b(0.75, 19.0 / 64 + 0x1p-33)).isCloseTo(19.0 / 64, within(1e-7));
  }

  /** Of a's two segments the second decides that d is "yes"; e follows d. */
  @Test
  void whatAnotherColumnDecidesIsAsked() {
    CategoricalMarginal words =
        new CategoricalMarginal(
            0, List.of(new Category("no", 0.7), new Category("yes", 0.3)), Optional.empty());
    Column d = new Column("d", ColumnType.of(Kind.STRING), false);
    NumericMarginal days =
        new NumericMarginal(0, Grid.INTEGERS, List.of(Segment.atom(1, 0.5), Segment.atom(2, 0.5)));
    Lookup lookup =
        new Lookup(
            "a",
            words,
            List.of(
                new Lookup.Entry(new Cell.Numeric(1), new Cell.Text("no")),
                new Lookup.Entry(new Cell.Numeric(2), new Cell.Text("yes"))),
            Optional.empty());
    Drawn e = column("e", 0);
    TreeCopula copula =
        new TreeCopula(
            List.of(
                trees("a", 1, "="),
                TreeColumn.decided("d", List.of(0, 1), false, "a"),
                trees("e", 2, "?1:0 =0*1000000 =1*1000000")));
    Scales scales =
        new Scales(
            Map.of("a", days, "d", words, "e", e.marginal()),
            Map.of("d", LookupPositions.of("t", d, lookup, days)));
    Dependence dependence = Dependence.of(copula, scales, List.of(e));
    assertThat(dependence.draws()).extracting(Draw::column).containsExactly("a", "d", "e");

    double[][] arrays = {{0.2, 0.49, 0.5, 0.9}, {0.9, 0.9, 0.1, 0.1}, {0.5, 0.01, 0.5, 0.99}};
    dependence.couple(arrays, 4);

    double[] u = arrays[dependence.slot(0)];
    assertThat(u[0]).isLessThan(0.5);
    assertThat(u[1]).isLessThan(0.5);
    assertThat(u[2]).isGreaterThanOrEqualTo(0.5);
    assertThat(u[3]).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void staysInsideTheScale() {
    for (double a : new double[] {0x1p-53, 0.5, 1 - 0x1p-53}) {
      assertThat(b(a, 1 - 0x1p-53)).isBetween(0.99, 1 - 0x1p-53);
      assertThat(b(a, 0x1p-53)).isBetween(0.0, 1e-15);
    }
  }

  @Test
  void drawsTheWantedColumnsAndWhatTheyAsk() {
    assertThat(draws(B)).containsExactly("a", "b");
    assertThat(draws(C)).containsExactly("c");
    assertThat(draws(FREE, A)).containsExactly("a", "free");
    assertThat(draws(FREE, B, C)).containsExactly("a", "c", "b", "free");
  }

  private static List<String> draws(Drawn... wanted) {
    List<Draw> draws = Dependence.of(COPULA, Scales.of(ALL), List.of(wanted)).draws();
    assertThat(draws).extracting(Draw::purpose).containsOnly(Purpose.VALUE);
    return draws.stream().map(Draw::column).toList();
  }

  /** The u of each column for rows 0 to ROWS - 1, seed 1. */
  private static List<double[]> couple(Copula copula, Drawn... wanted) {
    Dependence dependence = Dependence.of(copula, Scales.of(ALL), List.of(wanted));
    double[][] arrays = new double[dependence.draws().size()][dependence.tileRows()];
    List<double[]> result = new ArrayList<>();
    Arrays.stream(wanted).forEach(column -> result.add(new double[ROWS]));
    for (int first = 0; first < ROWS; first += dependence.tileRows()) {
      int rows = Math.min(dependence.tileRows(), ROWS - first);
      for (int i = 0; i < arrays.length; i++) {
        Draw draw = dependence.draws().get(i);
        RandomStream.of(1, draw.column(), draw.purpose().streamName())
            .uniforms(first, rows, arrays[i]);
      }
      dependence.couple(arrays, rows);
      for (int i = 0; i < wanted.length; i++) {
        System.arraycopy(arrays[dependence.slot(i)], 0, result.get(i), first, rows);
      }
    }
    return result;
  }

  @Test
  void givesTheSameWhateverElseIsWanted() {
    List<double[]> all = couple(COPULA, A, B, C, FREE);
    assertThat(couple(COPULA, B).get(0)).isEqualTo(all.get(1));
    assertThat(couple(COPULA, C).get(0)).isEqualTo(all.get(2));
    assertThat(couple(COPULA, FREE, B).get(0)).isEqualTo(all.get(3));
    assertThat(couple(COPULA, FREE, B).get(1)).isEqualTo(all.get(1));
  }

  /**
   * Whether the six pairs of codes of a and b have their shares: half of b's rows ask the first
   * tree, half have b's own shares. A count of n with probability p has standard deviation sqrt(n p
   * (1 - p)); a band of 5 of them is missed by one of six cells with a probability of 4e-6.
   */
  private static boolean hasTheShares(List<double[]> u) {
    double[][] expected = {{13 / 16.0, 1 / 16.0, 1 / 8.0}, {1 / 16.0, 5 / 16.0, 10 / 16.0}};
    double[] own = {0.25, 0.25, 0.5};
    int[][] counts = new int[2][3];
    for (int i = 0; i < ROWS; i++) {
      double b = u.get(1)[i];
      counts[u.get(0)[i] < 0.5 ? 0 : 1][b < 0.25 ? 0 : b < 0.5 ? 1 : 2]++;
    }
    boolean all = true;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 3; b++) {
        double p = 0.5 * (expected[a][b] + own[b]) / 2;
        all &= Math.abs(counts[a][b] - ROWS * p) < 5 * Math.sqrt(ROWS * p * (1 - p));
      }
    }
    return all;
  }

  @Test
  void codesHaveTheirShares() {
    assertThat(hasTheShares(couple(COPULA, A, B))).isTrue();
  }

  /** The companion: without dependence, or with a tree that is a little off, they have not. */
  @Test
  void tellsWrongSharesApart() {
    TreeCopula other =
        new TreeCopula(
            List.of(trees("a", 2, "="), trees("b", 3, "?0:0 =0*13,1*1,2*2 =0*1,1*6,2*9", "=")));
    assertThat(hasTheShares(couple(other, A, B))).isFalse();
    assertThat(hasTheShares(couple(new IndependentCopula(), A, B))).isFalse();
  }
}
