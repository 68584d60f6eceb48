package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.synthesizer.column.FormulaSampler.Input;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Draws that stay above another column's value. */
class LowerBoundTest {
  /** 1970-01-05. */
  private static final int MONDAY = 4;

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

  /** What a copula draws below the bound lies just below it, and goes as far above. */
  @Test
  void drawsThatMissTheBoundByLittleAreMovedByLittle() {
    double[] uniforms = {0.39, 0.6, 0.01};
    bound(false, GivenNumbers.input("low", INT, 5, 5, 7), high(0, 0, 0))
        .nearby()
        .steer(TILE, uniforms);
    assertThat(uniforms[0]).isEqualTo(0.41, EXACT);
    assertThat(uniforms[1]).isEqualTo(0.6);
    // No miss inside a code: such a draw is spread over what lies above.
    assertThat(uniforms[2]).isEqualTo(0.56 + 0.24 * (0.01 / 0.56), EXACT);
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

  /**
   * Days of four weeks from a Monday on, of which weekends have a tenth of the weight of other
   * days; raised to the second Wednesday on. Evenly spread draws give evenly spread ones, so that
   * each day gets its share of 512 rows up to four.
   */
  @Test
  void raisedDatesFollowTheCalendar() {
    List<Double> weekdays = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.1, 0.1);
    Calendar calendar =
        new Calendar(
            Calendar.even(Calendar.MONTHS),
            Calendar.even(Calendar.DAYS_OF_MONTH),
            weekdays,
            Calendar.even(Calendar.HOURS));
    NumericMarginal days =
        new NumericMarginal(0, Grid.INTEGERS, List.of(new Segment(MONDAY, MONDAY + 27, 1)))
            .withCalendar(calendar);
    double[] values = raised(ColumnType.of(Kind.DATE), days, MONDAY + 9);
    double total = 3 * 5.2 - 2;
    for (int day = 9; day < 28; day++) {
      double expected = values.length * weekdays.get(day % 7) / total;
      assertThat(count(values, MONDAY + day)).isBetween((long) expected - 4, (long) expected + 4);
    }
  }

  /**
   * An exponential tail of mean 1, raised to 2: three fifths of the values lie within 1 above, as 1
   * - exp(-1) = 0.632 of them do.
   */
  @Test
  void raisedTailsKeepTheirShape() {
    ParetoTail tail = new ParetoTail(0, 1, true);
    NumericMarginal marginal =
        new NumericMarginal(0, Grid.CONTINUOUS, List.of(new Segment(0, 30, 1, tail)));
    double[] values = raised(ColumnType.of(Kind.DOUBLE), marginal, 2);
    assertThat(Arrays.stream(values)).allMatch(value -> value >= 2 - 1e-9);
    double share =
        Arrays.stream(values).filter(value -> value < 3).count() / (double) values.length;
    assertThat(share).isBetween(0.625, 0.64);
  }

  private static long count(double[] values, double value) {
    return Arrays.stream(values).filter(each -> each == value).count();
  }

  /** A tile's values of evenly spread draws, raised to the bound, as they are without repair. */
  private static double[] raised(ColumnType type, NumericMarginal marginal, double bound) {
    Drawn high = new Drawn(new Column("high", type, false), marginal);
    ColumnSampler sampler = ColumnLaw.of("t", high, 0).sampler(Tile.MAX_ROWS);
    double[] lows = new double[Tile.MAX_ROWS];
    Arrays.fill(lows, bound);
    double[] uniforms = new double[Tile.MAX_ROWS];
    Arrays.setAll(uniforms, i -> (i + 0.5) / uniforms.length);
    Tile tile = new Tile(0, uniforms.length, 0);
    LowerBound.of(
            "t",
            GivenNumbers.input("low", type, lows),
            new Input(high.column(), sampler.values()),
            marginal,
            false)
        .steer(tile, uniforms);
    sampler.sample(tile, uniforms);
    Numbers numbers = Numbers.of(new Place("t", high.column(), 0), sampler.values());
    return IntStream.range(0, uniforms.length).mapToDouble(numbers::value).toArray();
  }
}
