package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values in steps that do not start at zero. */
class LatticeTest {
  private static NumericMarginal marginal(Grid grid, Segment... segments) {
    return new NumericMarginal(0, grid, List.of(segments));
  }

  private static Values sample(ColumnType type, NumericMarginal marginal, double... uniforms) {
    Column column = new Column("c", type, false);
    ColumnSampler sampler =
        ColumnLaw.of("t", new Drawn(column, marginal), 1).sampler(uniforms.length);
    sampler.sample(new Tile(0, uniforms.length, 0), uniforms);
    return sampler.values();
  }

  /** The middles of n equal parts of the u-scale. */
  private static double[] middles(int n) {
    return IntStream.range(0, n).mapToDouble(i -> (i + 0.5) / n).toArray();
  }

  @Test
  void wholeNumbersStartAtThePhase() {
    Grid grid = new Grid(4, 0, 3, Notation.NUMBER);
    NumericMarginal marginal = marginal(grid, Segment.atom(-100, 0.2), new Segment(-5, 7, 0.8));
    assertThat(((Ints) sample(ColumnType.of(Kind.INT), marginal, middles(5))).array())
        .containsExactly(-100, -5, -1, 3, 7);
  }

  @Test
  void soDoDecimalsAndDoubles() {
    Grid grid = new Grid(100, 2, 99, Notation.NUMBER);
    NumericMarginal marginal = marginal(grid, new Segment(0.99, 3.99, 1));
    assertThat(((Longs) sample(ColumnType.decimal(12, 2), marginal, middles(4))).array())
        .containsExactly(99, 199, 299, 399);
    assertThat(((Doubles) sample(ColumnType.of(Kind.DOUBLE), marginal, middles(4))).array())
        .containsExactly(0.99, 1.99, 2.99, 3.99);
  }

  @Test
  void degreesAreTheDoublesNearestToTheirDecimals() {
    Grid grid = new Grid(18, 2, 14, Notation.NUMBER);
    NumericMarginal marginal =
        marginal(
            grid,
            new Segment(10.94, 39.02, 0.5),
            new Segment(39.2, 100.04, 0.5, new ParetoTail(-0.2, 20, true)));
    double[] degrees =
        ((Doubles) sample(ColumnType.of(Kind.DOUBLE), marginal, middles(4096))).array();
    assertThat(Arrays.stream(degrees).distinct().count()).isGreaterThan(400);
    for (double degree : degrees) {
      long hundredths = Math.round(degree * 100);
      assertThat(Math.floorMod(hundredths, 18)).isEqualTo(14);
      assertThat(degree).isEqualTo(Double.parseDouble(hundredths + "e-2"));
    }
  }

  @Test
  void mondaysAreMondays() {
    NumericMarginal marginal =
        marginal(new Grid(7, 0, 4, Notation.NUMBER), new Segment(4, 7004, 1));
    int[] days = ((Ints) sample(ColumnType.of(Kind.DATE), marginal, middles(1001))).array();
    assertThat(days).isEqualTo(IntStream.range(0, 1001).map(i -> 4 + 7 * i).toArray());
  }

  @Test
  void aPhaseBetweenTheTypesValuesIsRefused() {
    NumericMarginal marginal =
        marginal(new Grid(20, 1, 5, Notation.NUMBER), new Segment(0.5, 8.5, 1));
    assertThatThrownBy(() -> sample(ColumnType.of(Kind.INT), marginal, 0.5))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("its values lie beside 0.5");
  }
}
