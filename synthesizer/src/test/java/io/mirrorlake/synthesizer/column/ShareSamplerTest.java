package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a whole in proportion to three given numbers. */
class ShareSamplerTest {
  private static final double NULL = Double.NaN;

  private static Values part(int place, long whole, ColumnType type, Grid grid, List<Input> among) {
    List<String> names = among.stream().map(input -> input.column().name()).toList();
    int rows = GivenNumbers.ROWS;
    ColumnSampler sampler =
        ShareSampler.of(
            "t",
            new Column("c", type, true),
            new Formula.Share(place, names, whole, grid),
            among,
            rows);
    sampler.sample(new Tile(0, rows, 0), new double[0]);
    return sampler.values();
  }

  private static List<Input> among(ColumnType type, double[] a, double[] b, double[] c) {
    return List.of(
        GivenNumbers.input("a", type, a),
        GivenNumbers.input("b", type, b),
        GivenNumbers.input("c", type, c));
  }

  @Test
  void theGreatestPartMakesUpTheWhole() {
    ColumnType type = ColumnType.of(Kind.INT);
    List<Input> among =
        among(type, new double[] {20, 0, 60}, new double[] {50, 0, 0}, new double[] {10, 0, 70});
    int[][] parts = new int[3][];
    for (int place = 0; place < parts.length; place++) {
      parts[place] = ((Ints) part(place, 100, type, Grid.INTEGERS, among)).array();
    }
    assertThat(parts[0]).containsExactly(20, 100, 60);
    assertThat(parts[1]).containsExactly(70, 0, 0);
    assertThat(parts[2]).containsExactly(10, 0, 40);
  }

  @Test
  void partsThatAreMoreThanTheWholeGetTheirShares() {
    ColumnType type = ColumnType.of(Kind.INT);
    List<Input> among =
        among(
            type,
            new double[] {80, 55, 200},
            new double[] {80, 55, 0},
            new double[] {80, 110, 300});
    int[][] parts = new int[3][];
    for (int place = 0; place < parts.length; place++) {
      parts[place] = ((Ints) part(place, 100, type, Grid.INTEGERS, among)).array();
    }
    assertThat(parts[0]).containsExactly(33, 25, 40);
    assertThat(parts[1]).containsExactly(34, 25, 0);
    assertThat(parts[2]).containsExactly(33, 50, 60);
  }

  @Test
  void keepsFractionsAndNulls() {
    ColumnType type = ColumnType.of(Kind.DOUBLE);
    List<Input> among =
        among(
            type,
            new double[] {0.2, NULL, 0.7},
            new double[] {0.25, 0.1, 0.6},
            new double[] {0.125, 0.1, NULL});
    Doubles exact = (Doubles) part(1, 1, type, Grid.CONTINUOUS, among);
    assertThat(exact.array()[0]).isCloseTo(0.675, within(1e-15));
    assertThat(List.of(exact.isNull(0), exact.isNull(1), exact.isNull(2)))
        .containsExactly(false, true, true);
    assertThat(((Doubles) part(1, 1, type, new Grid(1, 1), among)).array()[0]).isEqualTo(0.7);
  }
}
