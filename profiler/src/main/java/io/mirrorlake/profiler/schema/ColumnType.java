package io.mirrorlake.profiler.schema;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column, written as Spark SQL's DDL writes it.
 *
 * @param kind the family of the type
 * @param precision total decimal digits of a {@link Kind#DECIMAL}, 1 to 38; 0 for other kinds
 * @param scale digits after the decimal point of a {@link Kind#DECIMAL}, 0 to precision; 0 for
 *     other kinds
 */
public record ColumnType(Kind kind, int precision, int scale) implements Serializable {
  /** Spark's widest decimal. */
  public static final int MAX_DECIMAL_PRECISION = 38;

  private static final Pattern DECIMAL_DDL =
      Pattern.compile("decimal\\s*\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

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
    DATE,
    TIMESTAMP,
    TIMESTAMP_NTZ;

    /** Whether values are whole numbers of a fixed width. */
    public boolean isInteger() {
      return this == TINYINT || this == SMALLINT || this == INT || this == BIGINT;
    }

    /** Whether values are binary floating point numbers. */
    public boolean isFloating() {
      return this == FLOAT || this == DOUBLE;
    }

    /** Whether values are points in time. */
    public boolean isTemporal() {
      return this == DATE || this == TIMESTAMP || this == TIMESTAMP_NTZ;
    }

    /** Whether values lie on a line with distances: numbers and points in time. */
    public boolean isContinuous() {
      return this != STRING && this != BOOLEAN;
    }
  }

  public ColumnType {
    boolean decimal = kind == Kind.DECIMAL;
    if (decimal && !isDecimal(precision, scale)) {
      throw new IllegalArgumentException(
          "decimal(" + precision + "," + scale + ") is not a decimal type");
    }
    if (!decimal && (precision != 0 || scale != 0)) {
      throw new IllegalArgumentException(kind + " has neither precision nor scale");
    }
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
    Matcher decimal = DECIMAL_DDL.matcher(text);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      int scale = Integer.parseInt(decimal.group(2));
      return isDecimal(precision, scale)
          ? Optional.of(decimal(precision, scale))
          : Optional.empty();
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.DECIMAL && kind.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .map(ColumnType::of);
  }

  private static boolean isDecimal(int precision, int scale) {
    return precision >= 1 && precision <= MAX_DECIMAL_PRECISION && scale >= 0 && scale <= precision;
  }

  /** The type as Spark SQL's DDL writes it, for instance {@code decimal(10,2)}. */
  public String ddl() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.DECIMAL ? name + "(" + precision + "," + scale + ")" : name;
  }

  @Override
  public String toString() {
    return ddl();
  }
}
