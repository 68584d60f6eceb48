package io.mirrorlake.evaluator.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values as a person reads them: short numbers, ISO dates, instants in UTC. */
public final class ValueText {
  /** Digits that tell the ends of bins apart without being a number nobody reads. */
  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

  /** From here on numbers are written with an exponent. */
  private static final double LARGE = 1e9;

  /**
   * Days that {@link LocalDate} and a four-digit year can show; others are written as plain
   * numbers.
   */
  private static final double MAX_DAY = 2_932_896;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private static final double SECONDS_PER_DAY = 86_400;

  private ValueText() {}

  /** The text of a value of a column with this measure. */
  public static String of(Measure measure, double value) {
    if (measure == Measure.DATE && Math.abs(value) <= MAX_DAY) {
      return LocalDate.ofEpochDay((long) Math.floor(value)).toString();
    }
    if (measure == Measure.TIMESTAMP && Math.abs(value) <= MAX_DAY * SECONDS_PER_DAY) {
      return INSTANT.format(Instant.ofEpochSecond((long) Math.floor(value)));
    }
    return number(value);
  }

  /** The text of a number, with up to five significant digits. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < LARGE) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return Math.abs(value) < LARGE && Math.abs(value) >= 1e-4
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
