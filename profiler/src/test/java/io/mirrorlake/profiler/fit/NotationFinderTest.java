package io.mirrorlake.profiler.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.sketch.Hashing;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which columns are taken for dates and times by their digits. */
class NotationFinderTest {
  private static final ColumnRule K = new ColumnRule(10);

  private static final int ROWS = 3000;

  private static NumericMarginal fit(String type, int unitLimit, long[] values, long[] units) {
    ColumnSketch sketch = ColumnSketch.of(ColumnType.ofDdl(type).orElseThrow(), 4096, unitLimit);
    for (int i = 0; i < values.length; i++) {
      ((ColumnSketch.Numbers) sketch).add((double) values[i], units[i]);
    }
    return (NumericMarginal) sketch.marginal(K);
  }

  private static Grid grid(long... values) {
    return fit("int", 0, values, new long[values.length]).grid();
  }

  private static long[] draw(int rows, ToLongFunction<Random> value) {
    Random random = new Random(3);
    return LongStream.generate(() -> value.applyAsLong(random)).limit(rows).toArray();
  }

  /** Numbers of a notation, from one place on its line to another. */
  private static long[] written(Notation notation, long from, long to) {
    double first = notation.position((double) from);
    double last = notation.position((double) to);
    return draw(
        ROWS,
        random -> notation.written((long) (first + random.nextDouble() * (last + 1 - first))));
  }

  static Stream<Arguments> columns() {
    return Stream.of(
        Arguments.of(Notation.YEAR_MONTH, 190_001, 202_412),
        Arguments.of(Notation.YEAR_MONTH_DAY, 20_220_101, 20_241_231),
        Arguments.of(Notation.YEAR_MONTH_DAY, 19_400_101, 20_101_231),
        Arguments.of(Notation.MONTH_DAY, 101, 1231),
        Arguments.of(Notation.SHORT_YEAR_MONTH_DAY, 220_101, 241_231),
        Arguments.of(Notation.SHORT_YEAR_MONTH_DAY, 101, 991_231),
        Arguments.of(Notation.SHORT_YEAR_MONTH_DAY_OR_50, 110_820, 875_927),
        Arguments.of(Notation.HOURS_MINUTES, 0, 2400),
        Arguments.of(Notation.HOURS_MINUTES, 600, 2100),
        Arguments.of(Notation.HOURS_MINUTES_SECONDS, 0, 235_959));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void findsTheNotationAndKeepsToIt(Notation notation, long from, long to) {
    long[] values = written(notation, from, to);
    NumericMarginal marginal = fit("int", 0, values, new long[ROWS]);
    assertThat(marginal.grid()).isEqualTo(new Grid(1, 0, notation));
    for (Segment segment : marginal.segments()) {
      assertThat(notation.contains((long) segment.low())).isTrue();
      assertThat(notation.contains((long) segment.high())).isTrue();
    }
    // Half of the values lie below the middle of the line, give or take four standard errors.
    double middle =
        (double)
            notation.written(
                (long) ((notation.position((double) from) + notation.position((double) to)) / 2));
    double below =
        marginal.segments().stream()
            .filter(segment -> segment.high() <= middle)
            .mapToDouble(Segment::weight)
            .sum();
    assertThat(below).isBetween(0.5 - 0.05, 0.5 + 0.05);
  }

  /** The companion: numbers from the same ranges that know of no calendar. */
  @ParameterizedTest
  @MethodSource("columns")
  void takesNumbersForNumbers(Notation notation, long from, long to) {
    assertThat(grid(draw(ROWS, random -> from + random.nextInt((int) (to + 1 - from)))))
        .isEqualTo(Grid.INTEGERS);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("numbers below 60", fn(random -> random.nextInt(60))),
        Arguments.of("days of a month", fn(random -> 20_240_101 + random.nextInt(31))),
        Arguments.of(
            "rooms 101 to 930", fn(random -> 100L * (1 + random.nextInt(9)) + random.nextInt(31))),
        Arguments.of("multiples of 20", fn(random -> 20L * random.nextInt(100))),
        Arguments.of("prices ending in 99", fn(random -> 100L * random.nextInt(20) + 99)),
        Arguments.of(
            "two hours", fn(random -> 100L * (9 + random.nextInt(2)) + random.nextInt(10))),
        Arguments.of("negative numbers", fn(random -> -100L * random.nextInt(20))));
  }

  private static ToLongFunction<Random> fn(ToLongFunction<Random> function) {
    return function;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void smallOrGroupedNumbersProveNothing(String name, ToLongFunction<Random> value) {
    assertThat(grid(draw(ROWS, value)).notation()).isEqualTo(Notation.NUMBER);
  }

  @Test
  void fewRowsProveNothing() {
    long[] values = written(Notation.YEAR_MONTH_DAY, 20_220_101, 20_241_231);
    assertThat(grid(LongStream.of(values).limit(999).toArray())).isEqualTo(Grid.INTEGERS);
    assertThat(grid(LongStream.of(values).limit(1000).toArray()).notation())
        .isEqualTo(Notation.YEAR_MONTH_DAY);
  }

  @Test
  void aFewValuesThatAreNoDatesDoNotShow() {
    long[] values = written(Notation.YEAR_MONTH_DAY, 20_220_101, 20_241_231);
    for (int i = 0; i < 9; i++) {
      values[i] = 20_230_199;
    }
    NumericMarginal marginal = fit("int", 0, values, new long[ROWS]);
    assertThat(marginal.grid().notation()).isEqualTo(Notation.YEAR_MONTH_DAY);
    assertThat(marginal.segments())
        .allMatch(segment -> Notation.YEAR_MONTH_DAY.contains((long) segment.low()));
    values[9] = 20_230_199;
    assertThat(grid(values)).isEqualTo(Grid.INTEGERS);
  }

  @Test
  void norDoManyOfOneUnit() {
    long[] values = written(Notation.HOURS_MINUTES, 0, 2400);
    long[] units = LongStream.range(0, ROWS).map(Hashing::mix).toArray();
    for (int i = 0; i < 500; i++) {
      values[i] = 1099;
      units[i] = 7;
    }
    assertThat(fit("int", 20, values, units).grid().notation()).isEqualTo(Notation.HOURS_MINUTES);
    units = LongStream.range(0, ROWS).map(Hashing::mix).toArray();
    assertThat(fit("int", 20, values, units).grid()).isEqualTo(Grid.INTEGERS);
  }

  @Test
  void noDateIsAPointMass() {
    long[] values = written(Notation.YEAR_MONTH_DAY, 20_220_101, 20_241_231);
    for (int i = 0; i < 60; i++) {
      values[i] = i < 30 ? 0 : -1;
    }
    NumericMarginal marginal = fit("bigint", 0, values, new long[ROWS]);
    assertThat(marginal.grid().notation()).isEqualTo(Notation.YEAR_MONTH_DAY);
    assertThat(marginal.segments().get(0)).isEqualTo(Segment.atom(-1, 0.01));
    assertThat(marginal.segments().get(1)).isEqualTo(Segment.atom(0, 0.01));
    assertThat(marginal.segments().get(2).low()).isBetween(20_211_100.0, 20_220_201.0);
  }

  @Test
  void timetablesKeepTheirSteps() {
    long[] values =
        draw(ROWS, random -> Notation.HOURS_MINUTES.written(5L * random.nextInt(12 * 24)));
    assertThat(grid(values)).isEqualTo(new Grid(5, 0, Notation.HOURS_MINUTES));
  }

  @ParameterizedTest
  @MethodSource("types")
  void wholeNumbersOfOtherTypesHaveDigitsToo(String type, boolean digits) {
    long[] values = written(Notation.HOURS_MINUTES, 0, 2400);
    assertThat(fit(type, 0, values, new long[ROWS]).grid().isOfDigits()).isEqualTo(digits);
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("smallint", true),
        Arguments.of("bigint", true),
        Arguments.of("double", true),
        Arguments.of("decimal(38,0)", true),
        Arguments.of("decimal(10,2)", false),
        Arguments.of("float", false),
        Arguments.of("date", false),
        Arguments.of("timestamp", false));
  }
}
