package io.mirrorlake.synthesizer.condition;

import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Values as people write them in conditions, and the numbers that stand for them on the line: days
 * of dates, microseconds of timestamps and intervals, months of intervals of months.
 */
final class ValueNotation {
  private ValueNotation() {}

  /** The number of the text; empty where it is none of the type. */
  static Optional<BigDecimal> read(String text, ColumnType type) {
    String plain = text.strip();
    try {
      return Optional.of(
          switch (type.kind()) {
            case DATE -> BigDecimal.valueOf(LocalDate.parse(plain).toEpochDay());
            case TIMESTAMP, TIMESTAMP_NTZ -> micros(moment(plain));
            case YEAR_MONTH_INTERVAL -> BigDecimal.valueOf(Period.parse(plain).toTotalMonths());
            case DAY_TIME_INTERVAL -> micros(Instant.EPOCH.plus(Duration.parse(plain)));
            // As the column holds it: 0.1 is the double nearest to it.
            case DOUBLE -> new BigDecimal(Double.parseDouble(plain));
            case FLOAT -> new BigDecimal((double) Float.parseFloat(plain));
            default -> new BigDecimal(plain);
          });
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The text of a number. */
  static String write(BigDecimal number, ColumnType type) {
    return switch (type.kind()) {
      case DATE -> LocalDate.ofEpochDay(number.longValue()).toString();
      case TIMESTAMP -> Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS).toString();
      case TIMESTAMP_NTZ ->
          LocalDateTime.ofInstant(
                  Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS), ZoneOffset.UTC)
              .toString();
      case YEAR_MONTH_INTERVAL -> Period.ofMonths(number.intValue()).normalized().toString();
      case DAY_TIME_INTERVAL -> Duration.of(number.longValue(), ChronoUnit.MICROS).toString();
      case DOUBLE, FLOAT -> Double.toString(number.doubleValue());
      default -> number.toPlainString();
    };
  }

  /** A value of the type. */
  static String example(ColumnType type) {
    return switch (type.kind()) {
      case DATE -> "2024-01-31";
      case TIMESTAMP -> "2024-01-31T12:00:00Z";
      case TIMESTAMP_NTZ -> "2024-01-31T12:00:00";
      case YEAR_MONTH_INTERVAL -> "P1Y2M";
      case DAY_TIME_INTERVAL -> "P1DT2H";
      default -> type.kind() == Kind.DECIMAL || type.kind().isFloating() ? "12.5" : "12";
    };
  }

  /** Times are in UTC where they name no zone; a date alone is its first moment. */
  private static Instant moment(String text) {
    if (text.indexOf(':') < 0) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String iso = text.replace(' ', 'T');
    return iso.endsWith("Z")
        ? Instant.parse(iso)
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  private static BigDecimal micros(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .scaleByPowerOfTen(6)
        .add(BigDecimal.valueOf(instant.getNano(), 3));
  }
}
