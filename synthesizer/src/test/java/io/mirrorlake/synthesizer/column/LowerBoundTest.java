package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Draws that stay above another column's value. */
class LowerBoundTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);
  private static final Tile TILE = new Tile(0, GivenNumbers.ROWS, 0);
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /** The numbers 0 to 9, each as probable, in 80 % of rows; nulls in the others. */
  private static final NumericMarginal DIGITS =
      new NumericMarginal(0.2, Grid.INTEGERS, List.of(new Segment(0, 9, 1)));

  private static LowerBound bound(boolean strict, Input low, Input high) {
    return LowerBound.of("t", low, high, DIGITS, strict);
  }

  private static Input high(double... numbers) {
    return GivenNumbers.input("high", INT, numbers);
  }

  @Test
  void movesOnlyDrawsBelowTheBoundAndSpreadsThemAboveIt() {
    double[] uniforms = {0.2, 0.6, 0.1};
    bound(false, GivenNumbers.input("low", INT, 5, 5, 5), high(0, 0, 0)).steer(TILE, uniforms);
    // Five of ten digits lie below 5, so that half of the values' share does: 0.4.
    assertThat(uniforms[0]).isEqualTo(0.4 + 0.4 * (0.2 / 0.4), EXACT);
    assertThat(uniforms[1]).isEqualTo(0.6);
    assertThat(uniforms[2]).isEqualTo(0.4 + 0.4 * (0.1 / 0.4), EXACT);
  }

  @Test
  void aStrictBoundLeavesOutItsOwnValue() {
    double[] uniforms = {0.45, 0.45, 0.5};
    bound(true, GivenNumbers.input("low", INT, 5, -1, 5), high(0, 0, 0)).steer(TILE, uniforms);
    assertThat(uniforms[0]).isEqualTo(0.48 + 0.32 * (0.45 / 0.48), EXACT);
    assertThat(uniforms[1]).isEqualTo(0.45);
    assertThat(uniforms[2]).isEqualTo(0.5);
  }

  @Test
  void nullsAndNullBoundsStay() {
    double[] uniforms = {0.9, 0.1, 0.1};
    bound(false, GivenNumbers.input("low", INT, 5, Double.NaN, 0), high(0, 0, 0))
        .steer(TILE, uniforms);
    assertThat(uniforms).containsExactly(0.9, 0.1, 0.1);
  }

  @Test
  void aboveAllValuesTheBoundItselfIsTaken() {
    Input low = GivenNumbers.input("low", INT, 12, 12, 3);
    double[] uniforms = {0.3, 0.3, 0.7};
    bound(false, low, high(0, 0, 0)).steer(TILE, uniforms);
    assertThat(uniforms).containsExactly(0.3, 0.3, 0.7);

    Input repaired = high(4, 4, 7);
    bound(false, low, repaired).enforce(TILE);
    assertThat(((Ints) repaired.values()).array()).containsExactly(12, 12, 7);

    Input strict = high(4, 4, 3);
    bound(true, low, strict).enforce(TILE);
    assertThat(((Ints) strict.values()).array()).containsExactly(13, 13, 4);
  }
}
