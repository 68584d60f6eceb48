package io.mirrorlake.profiler.spark;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import io.mirrorlake.profiler.discovery.TableRow;
import io.mirrorlake.profiler.fit.BytesText;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/**
 * Values of any type as the sketches take them: doubles or strings. Dates are days and timestamps
 * microseconds since 1970-01-01, intervals months or microseconds.
 */
final class PlainValues {
  private PlainValues() {}

  /** The expression of values of this type. */
  static Column of(ColumnType type, Column value) {
    Kind kind = type.kind();
    if (kind == Kind.BINARY) {
      // What BytesText reads.
      return concat(
          length(value).cast("string"),
          lit(BytesText.SEPARATOR),
          hex(substring(value, 1, BytesText.MAX_BYTES)));
    }
    if (kind.isText() || kind.isTemporal() || kind.isInterval()) {
      return value;
    }
    return value.cast(kind == Kind.BOOLEAN ? "string" : "double");
  }

  /** The number at a place that is not null, whose expression came from a type of this kind. */
  static double number(SpecializedGetters values, int place, Kind kind) {
    return switch (kind) {
      case DATE, YEAR_MONTH_INTERVAL -> values.getInt(place);
      case TIMESTAMP, TIMESTAMP_NTZ, DAY_TIME_INTERVAL -> (double) values.getLong(place);
      default -> values.getDouble(place);
    };
  }

  /** Adds the value at a place, null or not, to a sketch of its column. */
  static void add(SpecializedGetters values, int place, Kind kind, ColumnSketch sketch, long unit) {
    if (values.isNullAt(place)) {
      sketch.addNull(unit);
    } else if (sketch instanceof ColumnSketch.Numbers numbers) {
      numbers.add(number(values, place, kind), unit);
    } else if (sketch instanceof ColumnSketch.Texts texts) {
      texts.add(values.getUTF8String(place).toString(), unit);
    }
  }

  /** Puts the value at a place, null or not, into a row. */
  static void put(SpecializedGetters values, int place, Kind kind, TableRow row) {
    if (values.isNullAt(place)) {
      row.putNull(place);
    } else if (kind.isContinuous()) {
      row.put(place, number(values, place, kind));
    } else {
      row.put(place, values.getUTF8String(place).toString());
    }
  }
}
