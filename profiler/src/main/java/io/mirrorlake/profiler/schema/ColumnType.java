package io.mirrorlake.profiler.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The type of a column of plain values, written as Spark SQL's DDL writes it.
 *
 * @param kind the family of the type
 * @param precision total decimal digits of a {@link Kind#DECIMAL}, 1 to 38; characters of a {@link
 *     Kind#CHAR} or {@link Kind#VARCHAR}; the first field of an interval; 0 for other kinds
 * @param scale digits after the decimal point of a {@link Kind#DECIMAL}, 0 to precision; the last
 *     field of an interval; 0 for other kinds
 */
public record ColumnType(Kind kind, int precision, int scale) implements FieldType {
  /** Spark's widest decimal. */
  public static final int MAX_DECIMAL_PRECISION = 38;

  /** The greatest double below 2^63. */
  private static final double GREATEST_LONG = 0x1.fffffffffffffp62;

  private static final double MICROS_PER_DAY = 86_400e6;

  /** 0001-01-01 and 9999-12-31, between which calendars agree. */
  private static final double FIRST_DAY = -719_162;

  private static final double LAST_DAY = 2_932_896;

  /** Decimal numbers of so many digits are told apart by doubles. */
  private static final int SAFE_DIGITS = 15;

  private static final Pattern PARAMETERS_DDL =
      Pattern.compile("(\\w+)\\s*\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)");

  private static final Pattern INTERVAL_DDL =
      Pattern.compile("interval\\s+(\\w+)(?:\\s+to\\s+(\\w+))?");

  private static final List<String> YEAR_MONTH_FIELDS = List.of("year", "month");

  private static final List<String> DAY_TIME_FIELDS = List.of("day", "hour", "minute", "second");

  /** The families of types that a profile can hold. */
  public enum Kind {
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INT,
    BIGINT,
    FLOAT,
    DOUBLE,
    DECIMAL,
    STRING,
    /** Strings padded to a fixed length. */
    CHAR,
    /** Strings up to a length. */
    VARCHAR,
    BINARY,
    DATE,
    TIMESTAMP,
    TIMESTAMP_NTZ,
    /** Whole months. */
    YEAR_MONTH_INTERVAL,
    /** Whole microseconds. */
    DAY_TIME_INTERVAL;

    /** Whether values are whole numbers of a fixed width. */
    public boolean isInteger() {
      return this == TINYINT || this == SMALLINT || this == INT || this == BIGINT;
    }

    /** Whether values are binary floating point numbers. */
    public boolean isFloating() {
      return this == FLOAT || this == DOUBLE;
    }

    /** Whether values are numbers. */
    public boolean isNumber() {
      return isInteger() || isFloating() || this == DECIMAL;
    }

    /** Whether values are points in time. */
    public boolean isTemporal() {
      return this == DATE || this == TIMESTAMP || this == TIMESTAMP_NTZ;
    }

    /** Whether values are strings. */
    public boolean isText() {
      return this == STRING || this == CHAR || this == VARCHAR;
    }

    /** Whether values are spans of time. */
    public boolean isInterval() {
      return this == YEAR_MONTH_INTERVAL || this == DAY_TIME_INTERVAL;
    }

    /** Whether values lie on a line with distances: numbers, points in time and spans of time. */
    public boolean isContinuous() {
      return !isText() && this != BOOLEAN && this != BINARY;
    }

    private List<String> intervalFields() {
      return this == YEAR_MONTH_INTERVAL ? YEAR_MONTH_FIELDS : DAY_TIME_FIELDS;
    }
  }

  public ColumnType {
    if (!isValid(kind, precision, scale)) {
      String text = name(kind) + "(" + precision + "," + scale + ")";
      throw new IllegalArgumentException(
          text + (kind == Kind.DECIMAL ? " is not a decimal type" : " is not a type"));
    }
  }

  private static boolean isValid(Kind kind, int precision, int scale) {
    return switch (kind) {
      case DECIMAL ->
          precision >= 1 && precision <= MAX_DECIMAL_PRECISION && scale >= 0 && scale <= precision;
      case CHAR, VARCHAR -> precision >= 1 && scale == 0;
      case YEAR_MONTH_INTERVAL, DAY_TIME_INTERVAL ->
          precision >= 0 && precision <= scale && scale < kind.intervalFields().size();
      default -> precision == 0 && scale == 0;
    };
  }

  /** The type of this kind; for decimals use {@link #decimal}. */
  public static ColumnType of(Kind kind) {
    return new ColumnType(kind, 0, 0);
  }

  /** The decimal type with this many digits in all and after the point. */
  public static ColumnType decimal(int precision, int scale) {
    return new ColumnType(Kind.DECIMAL, precision, scale);
  }

  /** The type that the DDL text names, or empty where a profile cannot hold it. */
  public static Optional<ColumnType> ofDdl(String ddl) {
    String text = ddl.strip().toLowerCase(Locale.ROOT);
    Matcher parameters = PARAMETERS_DDL.matcher(text);
    if (parameters.matches()) {
      boolean decimal = parameters.group(3) != null;
      int second = decimal ? Integer.parseInt(parameters.group(3)) : 0;
      return Stream.of(Kind.values())
          .filter(kind -> decimal == (kind == Kind.DECIMAL))
          .filter(kind -> name(kind).equals(parameters.group(1)))
          .findFirst()
          .flatMap(kind -> of(kind, Integer.parseInt(parameters.group(2)), second));
    }
    Matcher interval = INTERVAL_DDL.matcher(text);
    if (interval.matches()) {
      String last = interval.group(2) == null ? interval.group(1) : interval.group(2);
      return Stream.of(Kind.values())
          .filter(Kind::isInterval)
          .filter(kind -> kind.intervalFields().contains(last))
          .findFirst()
          .flatMap(kind -> interval(kind, interval.group(1), last));
    }
    return Stream.of(Kind.values())
        .filter(kind -> name(kind).equals(text))
        .findFirst()
        .flatMap(kind -> kind.isInterval() ? Optional.empty() : of(kind, 0, 0));
  }

  private static Optional<ColumnType> interval(Kind kind, String first, String last) {
    List<String> fields = kind.intervalFields();
    return of(kind, fields.indexOf(first), fields.indexOf(last));
  }

  private static Optional<ColumnType> of(Kind kind, int precision, int scale) {
    return isValid(kind, precision, scale)
        ? Optional.of(new ColumnType(kind, precision, scale))
        : Optional.empty();
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The type as Spark SQL's DDL writes it, for instance {@code decimal(10,2)} or {@code interval
   * day to second}.
   */
  @Override
  public String ddl() {
    return switch (kind) {
      case DECIMAL -> name(kind) + "(" + precision + "," + scale + ")";
      case CHAR, VARCHAR -> name(kind) + "(" + precision + ")";
      case YEAR_MONTH_INTERVAL, DAY_TIME_INTERVAL -> intervalDdl();
      default -> name(kind);
    };
  }

  private String intervalDdl() {
    String first = kind.intervalFields().get(precision);
    String last = kind.intervalFields().get(scale);
    return "interval " + first + (scale > precision ? " to " + last : "");
  }

  /** The least value that the type holds, as a double: see {@link #greatest}. */
  public double least() {
    return switch (kind) {
      case DATE -> FIRST_DAY;
      case TIMESTAMP, TIMESTAMP_NTZ -> FIRST_DAY * MICROS_PER_DAY;
      case TINYINT, SMALLINT, INT, BIGINT, YEAR_MONTH_INTERVAL, DAY_TIME_INTERVAL ->
          -greatest() - 1;
      default -> -greatest();
    };
  }

  /**
   * The greatest value that the type holds, as a double: for points in time the end of the year
   * 9999, infinity for doubles and types without an order of numbers.
   */
  public double greatest() {
    return switch (kind) {
      case TINYINT -> Byte.MAX_VALUE;
      case SMALLINT -> Short.MAX_VALUE;
      case INT, YEAR_MONTH_INTERVAL -> Integer.MAX_VALUE;
      case BIGINT, DAY_TIME_INTERVAL -> GREATEST_LONG;
      case FLOAT -> Float.MAX_VALUE;
      case DECIMAL -> greatestDecimal();
      case DATE -> LAST_DAY;
      case TIMESTAMP, TIMESTAMP_NTZ -> (LAST_DAY + 1) * MICROS_PER_DAY - 1e6;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  private double greatestDecimal() {
    BigDecimal exact =
        new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
    double nearest = exact.doubleValue();
    return new BigDecimal(nearest).compareTo(exact) > 0 && precision > SAFE_DIGITS
        ? Math.nextDown(nearest)
        : nearest;
  }

  @Override
  public List<Leaf> leaves(String path) {
    return List.of(new Leaf(path, this, Optional.empty(), false));
  }

  @Override
  public String toString() {
    return ddl();
  }
}
