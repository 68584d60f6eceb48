package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The whole numbers that stand for a type's values: of ones, days, microseconds, or the last digit
 * of a decimal.
 *
 * @param scale how many decimal digits lie below one
 * @param least the least number the type holds
 * @param greatest the greatest number the type holds
 */
record Units(int scale, BigInteger least, BigInteger greatest) {
  /** 2^63: the double that stands for the greatest long, which no double is equal to. */
  private static final BigInteger ABOVE_LONG = BigInteger.TWO.pow(Long.SIZE - 1);

  /** The units of any type but binary floating point, strings and booleans. */
  static Units of(ColumnType type) {
    if (type.kind() == Kind.DECIMAL) {
      BigInteger greatest = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
      return new Units(type.scale(), greatest.negate(), greatest);
    }
    BigInteger above = BigInteger.TWO.pow(bits(type.kind()) - 1);
    return new Units(0, above.negate(), above.subtract(BigInteger.ONE));
  }

  private static int bits(Kind kind) {
    return switch (kind) {
      case TINYINT -> Byte.SIZE;
      case SMALLINT -> Short.SIZE;
      case INT, DATE, YEAR_MONTH_INTERVAL -> Integer.SIZE;
      case BIGINT, TIMESTAMP, TIMESTAMP_NTZ, DAY_TIME_INTERVAL -> Long.SIZE;
      default -> throw new IllegalArgumentException(kind + " has no units");
    };
  }

  /** Whether a long is too short for the type. */
  boolean isWide() {
    return greatest.bitLength() >= Long.SIZE;
  }

  /** How many units make one. */
  BigInteger one() {
    return BigInteger.TEN.pow(scale);
  }

  /** The grid with the type's own granularity put in where it has none. */
  Grid granularity(Grid grid) {
    return grid.isDiscrete() ? grid : new Grid(1, Math.min(scale, Grid.MAX_DECIMALS));
  }

  /** The grid's step in units. */
  BigInteger step(Grid grid, Place place) {
    BigDecimal step = BigDecimal.valueOf(grid.step(), grid.decimals()).scaleByPowerOfTen(scale);
    if (step.stripTrailingZeros().scale() > 0) {
      throw place.corrupt(
          "its values go in steps of " + BigDecimal.valueOf(grid.step(), grid.decimals()));
    }
    return step.toBigIntegerExact();
  }

  /** The grid's phase in units. */
  BigInteger phase(Grid grid, Place place) {
    BigDecimal phase = BigDecimal.valueOf(grid.phase(), grid.decimals()).scaleByPowerOfTen(scale);
    if (phase.stripTrailingZeros().scale() > 0) {
      throw place.corrupt(
          "its values lie beside " + BigDecimal.valueOf(grid.phase(), grid.decimals()));
    }
    return phase.toBigIntegerExact();
  }

  /**
   * The value in units; a decimal takes the nearest one, as a double seldom is a decimal number.
   */
  BigInteger of(double value, Place place) {
    if (scale > 0) {
      return inRange(
          BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN).unscaledValue(), place);
    }
    if (value != Math.rint(value)) {
      throw place.corrupt("it holds the value " + value + ", which is not a whole number");
    }
    return inRange(new BigDecimal(value).toBigIntegerExact(), place);
  }

  /** The number of units, if the type holds it. */
  BigInteger inRange(BigInteger units, Place place) {
    if (units.equals(ABOVE_LONG) && greatest.add(BigInteger.ONE).equals(units)) {
      return greatest;
    }
    if (units.compareTo(least) < 0 || units.compareTo(greatest) > 0) {
      throw place.corrupt(
          "it holds the value "
              + new BigDecimal(units, scale)
              + ", but the type ends at "
              + new BigDecimal(units.signum() < 0 ? least : greatest, scale));
    }
    return units;
  }
}
