package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.profile.ColumnProfile.Enumerated;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/** How far a part of a composite key can go on. */
final class KeyRange {
  private KeyRange() {}

  /** How many values, from the first on, the part's type holds; those of a list. */
  static BigInteger of(Enumerated column) {
    BigInteger least = least(column.column().type());
    BigInteger greatest = greatest(column.column().type());
    if (column.digit() instanceof KeyDigit.Numbers numbers) {
      return count(numbers.start(), numbers.step(), least, greatest);
    }
    if (column.digit() instanceof KeyDigit.Months months) {
      return count(
          months.start(),
          months.step(),
          BigInteger.valueOf(month(least)),
          BigInteger.valueOf(month(greatest)));
    }
    return BigInteger.valueOf(column.digit().size());
  }

  private static BigInteger count(long start, long step, BigInteger least, BigInteger greatest) {
    BigInteger first = BigInteger.valueOf(start);
    BigInteger room = step > 0 ? greatest.subtract(first) : first.subtract(least);
    return room.signum() < 0
        ? BigInteger.ZERO
        : room.divide(BigInteger.valueOf(step).abs()).add(BigInteger.ONE);
  }

  private static long month(BigInteger day) {
    return KeyDigit.Months.month(LocalDate.ofEpochDay(day.longValueExact()));
  }

  /** Points in time end with the years that have four digits. */
  private static BigInteger least(ColumnType type) {
    return type.kind().isTemporal() ? whole(type.least()) : units(type).least();
  }

  private static BigInteger greatest(ColumnType type) {
    return type.kind().isTemporal() ? whole(type.greatest()) : units(type).greatest();
  }

  private static Units units(ColumnType type) {
    Kind kind = type.kind();
    // Lists of other types have no room to ask for.
    return kind.isInteger() || kind == Kind.DECIMAL
        ? Units.of(type)
        : new Units(0, BigInteger.ZERO, BigInteger.ZERO);
  }

  private static BigInteger whole(double value) {
    return new BigDecimal(value).toBigInteger();
  }
}
