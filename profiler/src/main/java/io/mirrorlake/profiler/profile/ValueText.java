package io.mirrorlake.profiler.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A column's values between the line of doubles they lie on and the JSON that people read: dates,
 * timestamps and spans of time in ISO 8601, decimals with their digits, the rest as the shortest
 * number. Reading gives back the very double that was written; a double that its type's notation
 * cannot hold (half a day) is written as a plain number.
 */
final class ValueText {
  /** JSON has no numbers for these. */
  private static final Map<String, Double> NON_FINITE =
      Map.of(
          "NaN",
          Double.NaN,
          "Infinity",
          Double.POSITIVE_INFINITY,
          "-Infinity",
          Double.NEGATIVE_INFINITY);

  /**
   * Every double of at most 15 significant decimal digits is told apart by them; 17 tell all
   * doubles apart.
   */
  private static final int SAFE_DIGITS = 15;

  private static final int ALL_DIGITS = 17;

  /** As many digits as a long has; larger whole numbers have an exponent. */
  private static final int PLAIN_DIGITS = 19;

  /**
   * Amounts of money and rates get their trailing zeros; at larger scales zeros would hide the
   * number.
   */
  private static final int PADDED_SCALE = 4;

  private static final int NANOS_PER_MICRO = 1000;

  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final double MICROS_PER_DAY = 86_400e6;

  /** Every whole number up to it is a double. */
  private static final double EXACT_LIMIT = 0x1p53;

  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();

  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private ValueText() {}

  /** The JSON of a value of this type. */
  static JsonNode write(double value, ColumnType type) {
    if (!Double.isFinite(value)) {
      return TextNode.valueOf(Double.toString(value));
    }
    if (isOnCalendar(value, type.kind())) {
      return temporal((long) value, type.kind());
    }
    if (isSpan(value, type.kind())) {
      return TextNode.valueOf(interval((long) value, type.kind()));
    }
    return type.kind() == Kind.DECIMAL ? padded(number(value), type.scale()) : number(value);
  }

  /** The value of this type that stands there. */
  static double read(JsonCursor at, ColumnType type) {
    if (!at.isText()) {
      return at.number();
    }
    String text = at.text();
    if (NON_FINITE.containsKey(text)) {
      return NON_FINITE.get(text);
    }
    try {
      return switch (type.kind()) {
        case DATE -> LocalDate.parse(text).toEpochDay();
        case TIMESTAMP -> micros(Instant.parse(text));
        case TIMESTAMP_NTZ -> micros(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        case YEAR_MONTH_INTERVAL -> months(Period.parse(text));
        case DAY_TIME_INTERVAL -> micros(Instant.EPOCH.plus(Duration.parse(text)));
        default -> throw at.expected("a number");
      };
    } catch (DateTimeException | ArithmeticException e) {
      throw at.expected("a " + type + " in ISO 8601, to the microsecond").withCause(e);
    }
  }

  /**
   * The finite number in the fewest significant digits that name the double, the same on every
   * version of Java. A whole number below 10^19 has neither point nor exponent.
   */
  static JsonNode number(double value) {
    if (Double.compare(value, -0.0) == 0) {
      return DoubleNode.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact.round(new MathContext(ALL_DIGITS));
    for (int digits = ALL_DIGITS - 1; digits >= SAFE_DIGITS; digits--) {
      BigDecimal shorter = exact.round(new MathContext(digits));
      shortest = shorter.doubleValue() == value ? shorter : shortest;
    }
    BigDecimal stripped = shortest.stripTrailingZeros();
    boolean plain = stripped.scale() < 0 && stripped.precision() - stripped.scale() <= PLAIN_DIGITS;
    return DecimalNode.valueOf(plain ? stripped.setScale(0) : stripped);
  }

  private static JsonNode padded(JsonNode number, int scale) {
    boolean pad =
        scale <= PADDED_SCALE && number.isBigDecimal() && number.decimalValue().scale() < scale;
    return pad ? DecimalNode.valueOf(number.decimalValue().setScale(scale)) : number;
  }

  private static JsonNode temporal(long whole, Kind kind) {
    if (kind == Kind.DATE) {
      return TextNode.valueOf(LocalDate.ofEpochDay(whole).toString());
    }
    Instant instant = Instant.EPOCH.plus(whole, ChronoUnit.MICROS);
    return TextNode.valueOf(
        kind == Kind.TIMESTAMP
            ? instant.toString()
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)));
  }

  /** Whether the value is a whole day or microsecond of the years that Spark's calendar has. */
  private static boolean isOnCalendar(double value, Kind kind) {
    double unitsPerDay = kind == Kind.DATE ? 1 : MICROS_PER_DAY;
    return kind.isTemporal()
        && value == Math.rint(value)
        && Double.compare(value, -0.0) != 0
        && value >= FIRST_DAY * unitsPerDay
        && value < (LAST_DAY + 1) * unitsPerDay;
  }

  /** Whether the value is a whole month of 32 bits, or a microsecond that a double can tell. */
  private static boolean isSpan(double value, Kind kind) {
    double limit = kind == Kind.YEAR_MONTH_INTERVAL ? Integer.MAX_VALUE : EXACT_LIMIT;
    return kind.isInterval()
        && value == Math.rint(value)
        && Double.compare(value, -0.0) != 0
        && Math.abs(value) <= limit;
  }

  private static String interval(long whole, Kind kind) {
    return kind == Kind.YEAR_MONTH_INTERVAL
        ? Period.ofMonths(Math.toIntExact(whole)).normalized().toString()
        : Duration.of(whole, ChronoUnit.MICROS).toString();
  }

  private static double months(Period period) {
    int months = Math.toIntExact(period.toTotalMonths());
    if (!Period.ofMonths(months).normalized().equals(period.normalized())) {
      throw new DateTimeException("an interval of months with days");
    }
    return months;
  }

  private static double micros(Instant instant) {
    if (instant.getNano() % NANOS_PER_MICRO != 0) {
      throw new DateTimeException("finer than a microsecond");
    }
    long whole = Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND);
    return (double) (whole + instant.getNano() / NANOS_PER_MICRO);
  }
}
