package io.mirrorlake.evaluator.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.mirrorlake.evaluator.sample.Measure;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * One column that the datasets share, and how each reads it: numbers of any width as doubles
 * without infinities and NaN, days and seconds since 1970 as doubles, everything else as text.
 *
 * @param name the column
 * @param family what its values are
 * @param narrow whether one of the datasets stores floats, so that all are rounded to floats to be
 *     comparable
 * @param source where it is in a dataset
 */
record ComparedColumn(String name, Family family, boolean narrow, Column source) {
  private static final double MICROS_PER_SECOND = 1e6;

  /** Types whose values can be compared with each other. */
  enum Family {
    NUMBER(Measure.NUMBER),
    DATE(Measure.DATE),
    INSTANT(Measure.TIMESTAMP),
    LOCAL_TIME(Measure.TIMESTAMP),
    BOOLEAN(Measure.CATEGORY),
    TEXT(Measure.CATEGORY),
    /** A column of nulls only, which goes with any other. */
    NOTHING(Measure.CATEGORY);

    private final Measure measure;

    Family(Measure measure) {
      this.measure = measure;
    }

    Measure measure() {
      return measure;
    }
  }

  /** The family of a type, or empty for one that no metric knows. */
  static Optional<Family> family(DataType type) {
    if (type instanceof NumericType) {
      return Optional.of(Family.NUMBER);
    }
    if (type instanceof DateType) {
      return Optional.of(Family.DATE);
    }
    if (type instanceof TimestampType) {
      return Optional.of(Family.INSTANT);
    }
    if (type instanceof TimestampNTZType) {
      return Optional.of(Family.LOCAL_TIME);
    }
    if (type instanceof BooleanType) {
      return Optional.of(Family.BOOLEAN);
    }
    if (type instanceof StringType) {
      return Optional.of(Family.TEXT);
    }
    return type instanceof NullType ? Optional.of(Family.NOTHING) : Optional.empty();
  }

  /** The column of these types, one a dataset, or empty where they do not go together. */
  static Optional<ComparedColumn> of(String name, List<DataType> types) {
    return of(name, Leaf.named(name), types);
  }

  /** The same for a part of a nested column. */
  static Optional<ComparedColumn> of(String name, Column source, List<DataType> types) {
    List<Optional<Family>> families =
        types.stream().map(ComparedColumn::family).distinct().toList();
    if (families.contains(Optional.<Family>empty())) {
      return Optional.empty();
    }
    List<Family> known =
        families.stream()
            .flatMap(Optional::stream)
            .filter(family -> family != Family.NOTHING)
            .toList();
    if (known.size() > 1) {
      return Optional.empty();
    }
    boolean narrow = types.stream().anyMatch(FloatType.class::isInstance);
    return Optional.of(
        new ComparedColumn(name, known.isEmpty() ? Family.NOTHING : known.get(0), narrow, source));
  }

  /** The values as the metrics take them; null where missing. */
  Column values() {
    return switch (family) {
      case NUMBER -> {
        // Adding 0 makes -0.0 the same value as 0.0.
        Column number = number().plus(lit(0.0));
        yield when(not(isNotFinite()), number);
      }
      case DATE -> functions.unix_date(source).cast(DataTypes.DoubleType);
      case INSTANT ->
          functions.unix_micros(source).cast(DataTypes.DoubleType).divide(MICROS_PER_SECOND);
      case LOCAL_TIME -> localMicros().cast(DataTypes.DoubleType).divide(MICROS_PER_SECOND);
      case BOOLEAN, TEXT, NOTHING -> source.cast(DataTypes.StringType);
    };
  }

  private Column number() {
    return narrow
        ? source.cast(DataTypes.FloatType).cast(DataTypes.DoubleType)
        : source.cast(DataTypes.DoubleType);
  }

  /** Wall-clock time as if in UTC, whatever the session's time zone. */
  private Column localMicros() {
    Column epoch = lit(LocalDateTime.of(1970, 1, 1, 0, 0));
    return functions.timestamp_diff("MICROSECOND", epoch, source);
  }

  /** Whether a value is infinite or not a number; null where it is missing. */
  Column isNotFinite() {
    if (family != Family.NUMBER) {
      return lit(false);
    }
    return functions.isnan(number()).or(abs(number()).equalTo(lit(Double.POSITIVE_INFINITY)));
  }
}
