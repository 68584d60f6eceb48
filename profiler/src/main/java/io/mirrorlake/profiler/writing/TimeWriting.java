package io.mirrorlake.profiler.writing;

import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates, times of the day and both together, written by a pattern of {@link DateTimeFormatter} with
 * English names. One of a fixed list: what people write, and no pattern of one column's own.
 *
 * <p>Dates are DATE, months their first day; dates with a time are TIMESTAMP_NTZ; times of the day
 * are INT, seconds or, without seconds, minutes since midnight.
 */
public final class TimeWriting implements Writing {
  private static final long serialVersionUID = 1L;

  /** Years of two digits are 1970 to 2069. */
  private static final LocalDate FIRST_SHORT_YEAR = LocalDate.of(1970, 1, 1);

  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private static final int SECONDS_PER_MINUTE = 60;

  private static final int SECONDS_PER_DAY = 86_400;

  private static final List<String> DAYS =
      List.of(
          "yyyy-MM-dd",
          "yyyy/MM/dd",
          "yyyy.MM.dd",
          "yyyyMMdd",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd.MM.yy",
          "MM/dd/yyyy",
          "M/d/yyyy",
          "MM/dd/yy",
          "M/d/yy",
          "dd/MM/yyyy",
          "d/M/yyyy",
          "dd/MM/yy",
          "d/M/yy",
          "dd-MM-yyyy",
          "d-M-yyyy",
          "MM-dd-yyyy",
          "dd-MMM-yyyy",
          "dd-MMM-yy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "dd MMM yyyy",
          "d MMM yyyy",
          "dd/MMM/yyyy",
          "MMM dd, yyyy",
          "MMM d, yyyy",
          "d MMMM yyyy",
          "MMMM d, yyyy");

  private static final List<String> MONTHS =
      List.of("yyyy-MM", "yyyy/MM", "MM/yyyy", "MM.yyyy", "MMM yyyy", "MMM-yyyy", "MMM-yy");

  private static final List<String> CLOCKS =
      List.of(
          "HH:mm:ss", "HH:mm", "H:mm:ss", "H:mm", "hh:mm:ss a", "h:mm:ss a", "hh:mm a", "h:mm a");

  private static final List<String> FRACTIONS = List.of(".SSS", ".SSSSSS");

  /** Every writing, those first that are meant where a column could be read by several. */
  public static final List<TimeWriting> ALL =
      Stream.of(DAYS.stream(), MONTHS.stream(), CLOCKS.stream(), moments())
          .flatMap(Function.identity())
          .map(TimeWriting::new)
          .toList();

  private static final Map<String, TimeWriting> BY_TEXT =
      ALL.stream().collect(Collectors.toMap(TimeWriting::text, Function.identity()));

  private final String pattern;
  private final boolean hasDay;
  private final boolean hasClock;
  private final transient DateTimeFormatter formatter;

  private TimeWriting(String pattern) {
    this.pattern = pattern;
    this.hasDay = pattern.contains("y");
    this.hasClock = pattern.contains("m");
    this.formatter = formatter(pattern);
  }

  private static Stream<String> moments() {
    List<String> patterns = new ArrayList<>();
    for (String day : DAYS) {
      for (String clock : CLOCKS) {
        patterns.add(day + " " + clock);
      }
      for (String fraction : FRACTIONS) {
        patterns.add(day + " HH:mm:ss" + fraction);
      }
    }
    for (String end : List.of("", "'Z'")) {
      patterns.add("yyyy-MM-dd'T'HH:mm" + end);
      patterns.add("yyyy-MM-dd'T'HH:mm:ss" + end);
      FRACTIONS.forEach(fraction -> patterns.add("yyyy-MM-dd'T'HH:mm:ss" + fraction + end));
    }
    patterns.add("dd/MMM/yyyy:HH:mm:ss");
    patterns.add("yyyyMMddHHmmss");
    return patterns.stream();
  }

  /** The writing by this pattern, if it is one of the list. */
  static Optional<TimeWriting> of(String pattern) {
    return Optional.ofNullable(BY_TEXT.get(pattern));
  }

  /** A day that the pattern lacks is the first of the month; years are years of our era. */
  private static DateTimeFormatter formatter(String pattern) {
    boolean shortYear = pattern.contains("yy") && !pattern.contains("yyyy");
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    if (shortYear) {
      int at = pattern.indexOf("yy");
      append(builder, pattern.substring(0, at));
      builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR);
      append(builder, pattern.substring(at + 2));
    } else if (pattern.contains("yyyy")) {
      int at = pattern.indexOf("yyyy");
      append(builder, pattern.substring(0, at));
      builder.appendValue(ChronoField.YEAR, 4);
      append(builder, pattern.substring(at + 4));
    } else {
      append(builder, pattern);
    }
    if (pattern.contains("y") && !pattern.contains("d")) {
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  private static void append(DateTimeFormatterBuilder builder, String pattern) {
    if (!pattern.isEmpty()) {
      builder.appendPattern(pattern);
    }
  }

  @Override
  public String text() {
    return pattern;
  }

  @Override
  public ColumnType type() {
    if (!hasDay) {
      return ColumnType.of(Kind.INT);
    }
    return ColumnType.of(hasClock ? Kind.TIMESTAMP_NTZ : Kind.DATE);
  }

  @Override
  public OptionalLong read(String written) {
    // Names are as long as September; nothing that is longer is looked at.
    if (written.length() > 2 * pattern.length() + 8) {
      return OptionalLong.empty();
    }
    ParsePosition position = new ParsePosition(0);
    // Most texts of other columns end here, without an exception.
    if (formatter.parseUnresolved(written, position) == null
        || position.getIndex() < written.length()) {
      return OptionalLong.empty();
    }
    try {
      long value = value(formatter.parse(written));
      boolean inRange = value >= type().least() && value <= type().greatest();
      return inRange && write(value).equals(written)
          ? OptionalLong.of(value)
          : OptionalLong.empty();
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private long value(TemporalAccessor parsed) {
    if (!hasDay) {
      return LocalTime.from(parsed).toSecondOfDay() / unit();
    }
    return hasClock
        ? ChronoUnit.MICROS.between(EPOCH, LocalDateTime.from(parsed))
        : LocalDate.from(parsed).toEpochDay();
  }

  /** The seconds that a time of the day counts. */
  private int unit() {
    return pattern.contains("s") ? 1 : SECONDS_PER_MINUTE;
  }

  @Override
  public String write(long value) {
    if (!hasDay) {
      // What a distribution's tail has beyond the day is the day's first or last moment.
      int last = (SECONDS_PER_DAY - 1) / unit();
      long inside = Math.max(0, Math.min(last, value));
      return formatter.format(LocalTime.ofSecondOfDay(inside * unit()));
    }
    return formatter.format(hasClock ? moment(value) : LocalDate.ofEpochDay(value));
  }

  /** The moment so many microseconds after the start of 1970. */
  public static LocalDateTime moment(long micros) {
    return EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private Object readResolve() {
    return new TimeWriting(pattern);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeWriting that && that.pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
