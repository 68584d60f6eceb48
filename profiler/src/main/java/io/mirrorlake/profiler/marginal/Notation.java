package io.mirrorlake.profiler.marginal;

import java.time.Month;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the decimal digits of whole numbers are: dates and times are often kept as numbers, such as
 * 20240131 or 2359.
 *
 * <p>A notation lays its numbers on a line of equal steps (days, months, minutes, seconds), where
 * 20240131 and 20240201 are neighbours: {@link #position} leads onto the line, {@link #written}
 * back, and both rise. Only days that there are in a month are written; 0 and -1, which often stand
 * for no date, may be written in all notations.
 */
@SuppressWarnings("ImmutableEnumChecker") // a line does not change once it is made
public enum Notation {
  /** A number is a number. */
  NUMBER("number", null, 0, 1),

  /** Year and month: 202401. The years are 1000 to 9999. */
  YEAR_MONTH("yyyymm", new DigitLine(100, 1000, range(1, 12), range(1, 12), 999_912), 4, 1),

  /** Year, month and day: 20240131. The years are 1000 to 9999. */
  YEAR_MONTH_DAY(
      "yyyymmdd", new DigitLine(10_000, 1000, days(false), days(true), 99_991_231), 10, 1),

  /** Month and day: 131, 1231. */
  MONTH_DAY("mmdd", new DigitLine(10_000, 0, days(true), days(true), 1231), 10, 1),

  /** Year without its century, month and day: 240131. */
  SHORT_YEAR_MONTH_DAY("yymmdd", new DigitLine(10_000, 0, days(false), days(true), 991_231), 10, 1),

  /**
   * The same where 50 is added to the months of some, as birth numbers of Czechia and Slovakia do
   * for women: 245131.
   */
  SHORT_YEAR_MONTH_DAY_OR_50(
      "yymmdd or month + 50",
      new DigitLine(10_000, 0, twice(days(false)), twice(days(true)), 996_231),
      10,
      1),

  /** Hours and minutes: 517, 2359, and 2400 for the end of the day. */
  HOURS_MINUTES("hhmm", new DigitLine(100, 0, range(0, 59), range(0, 59), 2400), 20, 60),

  /** Hours, minutes and seconds: 51700, 235959, and 240000 for the end of the day. */
  HOURS_MINUTES_SECONDS("hhmmss", new DigitLine(10_000, 0, seconds(), seconds(), 240_000), 20, 60);

  private final String text;
  private final @Nullable DigitLine line;
  private final int edge;
  private final int multiple;

  Notation(String text, @Nullable DigitLine line, int edge, int multiple) {
    this.text = text;
    this.line = line;
    this.edge = edge;
    this.multiple = multiple;
  }

  /** Whether the numbers tell days: not every day is in every month. */
  public boolean hasDays() {
    return text.contains("dd");
  }

  private static int[] range(int from, int to) {
    return IntStream.rangeClosed(from, to).toArray();
  }

  private static int[] days(boolean leapYear) {
    return Arrays.stream(Month.values())
        .flatMapToInt(
            month ->
                IntStream.rangeClosed(1, month.length(leapYear))
                    .map(day -> 100 * month.getValue() + day))
        .toArray();
  }

  private static int[] twice(int[] days) {
    return IntStream.concat(Arrays.stream(days), Arrays.stream(days).map(day -> day + 5000))
        .toArray();
  }

  private static int[] seconds() {
    return IntStream.range(0, 3600).map(second -> second / 60 * 100 + second % 60).toArray();
  }

  /** The notation with this {@link #text}. */
  public static Optional<Notation> of(String text) {
    return Arrays.stream(values()).filter(notation -> notation.text.equals(text)).findFirst();
  }

  /** How the notation is called in a profile. */
  public String text() {
    return text;
  }

  /** Whether the number may be written. */
  public boolean contains(long number) {
    return line == null || number == 0 || number == -1 || line.contains(number);
  }

  /** Whether the line can be walked in steps of this many: a part of an hour, or one. */
  public boolean allows(long step) {
    return line == null || (step > 0 && multiple % step == 0);
  }

  /**
   * The place on the line of the last written number that is not above this one; infinities and NaN
   * stay.
   */
  public double position(double number) {
    return line == null || !Double.isFinite(number) ? number : line.position(number);
  }

  /** What is written at a place on the line. */
  public long written(long position) {
    return line == null ? position : line.number(position);
  }

  /** The first place on the line that a range of dates or times may reach. */
  public double first() {
    return line == null ? Double.NEGATIVE_INFINITY : line.start();
  }

  /** The last place on the line that a range may reach: 24:00 is for those who name it. */
  public double last() {
    if (line == null) {
      return Double.POSITIVE_INFINITY;
    }
    double end = line.position(Double.MAX_VALUE);
    return multiple > 1 ? end - 1 : end;
  }

  /**
   * How far from a gap between two months, years or hours a number may be to prove it: the gap is
   * twice as wide at least.
   */
  public int edge() {
    return edge;
  }
}
