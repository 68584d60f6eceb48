package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates and times by the digits of whole numbers. */
class DigitsTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);

  private static NumericMarginal marginal(Notation notation, long step, Segment... segments) {
    return new NumericMarginal(0, new Grid(step, 0, notation), List.of(segments));
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
  void anIntervalStandsForItsDays() {
    NumericMarginal days =
        marginal(Notation.YEAR_MONTH_DAY, 1, new Segment(20_240_228, 20_240_302, 1));
    assertThat(((Ints) sample(INT, days, middles(4))).array())
        .containsExactly(20_240_228, 20_240_229, 20_240_301, 20_240_302);
  }

  @Test
  void pointMassesAreWhatTheySay() {
    NumericMarginal days =
        marginal(
            Notation.YEAR_MONTH_DAY,
            1,
            Segment.atom(-1, 0.25),
            Segment.atom(0, 0.25),
            new Segment(20_240_131, 20_240_201, 0.25),
            Segment.atom(99_999_999, 0.25));
    assertThat(((Ints) sample(INT, days, middles(8))).array())
        .containsExactly(-1, -1, 0, 0, 20_240_131, 20_240_201, 99_999_999, 99_999_999);
  }

  @Test
  void stepsArePartsOfAnHour() {
    NumericMarginal timetable = marginal(Notation.HOURS_MINUTES, 5, new Segment(950, 1010, 1));
    assertThat(((Ints) sample(INT, timetable, middles(5))).array())
        .containsExactly(950, 955, 1000, 1005, 1010);
    assertThat(((Shorts) sample(ColumnType.of(Kind.SMALLINT), timetable, middles(5))).array())
        .containsExactly((short) 950, (short) 955, (short) 1000, (short) 1005, (short) 1010);
    assertThat(((Doubles) sample(ColumnType.of(Kind.DOUBLE), timetable, middles(5))).array())
        .containsExactly(950, 955, 1000, 1005, 1010);
    assertThat(((WideDecimals) sample(ColumnType.decimal(38, 0), timetable, middles(2))).array())
        .containsExactly(BigInteger.valueOf(955), BigInteger.valueOf(1005));
  }

  /** Any interval, also one with ends that are not written, gives written numbers only. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NUMBER")
  void nothingElseIsDrawn(Notation notation) {
    long low = notation.written((long) notation.first() + 30);
    long high = notation.written((long) Math.min(notation.last(), 20_000)) + 1;
    NumericMarginal interval = marginal(notation, 1, new Segment((double) low, (double) high, 1));
    int[] drawn = ((Ints) sample(INT, interval, middles(4096))).array();
    assertThat(drawn).isSorted();
    assertThat(IntStream.of(drawn)).allMatch(notation::contains);
    assertThat(IntStream.of(drawn)).allMatch(number -> number >= low && number < high);
  }

  @Test
  void plainNumbersOfTheSameIntervalAreNoTimes() {
    NumericMarginal interval = marginal(Notation.NUMBER, 1, new Segment(0, 2359, 1));
    int[] drawn = ((Ints) sample(INT, interval, middles(4096))).array();
    assertThat(IntStream.of(drawn)).anyMatch(number -> !Notation.HOURS_MINUTES.contains(number));
  }

  /** Half of the tail's 60 minutes are over where the tail's own law says, not its digits. */
  @Test
  void tailsThinOutAlongTheLine() {
    ParetoTail tail = new ParetoTail(0, 20, true);
    NumericMarginal times = marginal(Notation.HOURS_MINUTES, 1, new Segment(2230, 2330, 1, tail));
    int[] drawn = ((Ints) sample(INT, times, middles(1000))).array();
    double median = -20 * Math.log(1 - 0.5 * (1 - Math.exp(-3)));
    assertThat(Notation.HOURS_MINUTES.position(drawn[500]) - (22 * 60 + 30))
        .isBetween(median - 1.5, median + 1.5);
  }

  @Test
  void aTypeThatIsTooShortIsAnError() {
    NumericMarginal days =
        marginal(Notation.YEAR_MONTH_DAY, 1, new Segment(20_240_228, 20_240_302, 1));
    assertThatThrownBy(() -> sample(ColumnType.of(Kind.SMALLINT), days, 0.5))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("it holds the value 20240302, but the type ends at 32767");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample(ColumnType.of(Kind.DATE), days, 0.5))
        .withMessage(
            "column 'c' of type date has a marginal with values that this type does not have");
  }

  @Test
  void aBoundCountsTheTimesBelowIt() {
    NumericMarginal times = marginal(Notation.HOURS_MINUTES, 1, new Segment(1050, 1109, 1));
    LowerBound bound =
        LowerBound.of(
            "t",
            GivenNumbers.input("low", INT, 1100, 1070, 1100),
            GivenNumbers.input("high", INT, 1100, 1059, 1099),
            times,
            false);
    Tile tile = new Tile(0, GivenNumbers.ROWS, 0);
    double[] uniforms = {0.25, 0.25, 0.75};
    bound.steer(tile, uniforms);
    // Ten of twenty minutes lie below 11:00, and so below 1070, which is none.
    assertThat(uniforms).containsExactly(0.75, 0.75, 0.75);
  }

  @Test
  void aBoundIsRepairedToATime() {
    NumericMarginal times = marginal(Notation.HOURS_MINUTES, 1, new Segment(1050, 1109, 1));
    FormulaSampler.Input high = GivenNumbers.input("high", INT, 1050, 1050, 1050);
    LowerBound.of("t", GivenNumbers.input("low", INT, 1059, 1070, 1100), high, times, true)
        .enforce(new Tile(0, GivenNumbers.ROWS, 0));
    assertThat(((Ints) high.values()).array()).containsExactly(1100, 1100, 1101);
  }
}
