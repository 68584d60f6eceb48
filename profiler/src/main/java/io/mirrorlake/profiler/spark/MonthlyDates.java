package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.functions.year;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.key.Pace;
import io.mirrorlake.profiler.relation.DeclaredReference;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Dates of statements, salaries and the like, which are first days of months, or last ones: all but
 * those of so few families that they are not told.
 */
final class MonthlyDates {
  /** Of two months, or one, the days between them tell as much. */
  private static final int LEAST_MONTHS = 3;

  /** More than one family in so many is no exception, however small the table. */
  private static final int EXCEPTIONS = 20;

  private static final LocalDate EPOCH = LocalDate.EPOCH;

  private static final long MICROSECONDS_OF_DAY = 86_400_000_000L;

  private final TableNode table;
  private final DeclaredReference leading;
  private final String name;
  private final DataType type;

  /**
   * @param leading the reference whose rows are families
   * @param name the column that siblings are ordered by
   */
  MonthlyDates(TableNode table, DeclaredReference leading, String name) {
    this.table = table;
    this.leading = leading;
    this.name = name;
    this.type = table.rows().schema().apply(name).dataType();
  }

  /** What the steps between a column's values are counted in. */
  Pace pace() {
    if (!SummaryColumns.isTime(type)) {
      return Pace.UNITS;
    }
    Column own = named(name);
    Column day = day(own);
    Column unit = xxhash64(named(leading.columns()));
    Column midnight =
        type instanceof TimestampType
            ? ofDay(unix_micros(own)).equalTo(0)
            : day.cast(type).equalTo(own);
    Row facts =
        table
            .rows()
            .agg(
                countDistinct(unit),
                countDistinct(when(not(midnight.and(dayofmonth(day).equalTo(1))), unit)),
                countDistinct(when(not(midnight.and(day.equalTo(last_day(day)))), unit)),
                countDistinct(month(own)))
            .head();
    if (facts.getLong(3) < LEAST_MONTHS) {
      return Pace.UNITS;
    }
    ColumnRule rule = table.table().options().policy().column(table.name(), name);
    long most = Math.min(rule.threshold() - 1L, facts.getLong(0) / EXCEPTIONS);
    if (facts.getLong(1) <= most) {
      return Pace.MONTH_START;
    }
    return facts.getLong(2) <= most ? Pace.MONTH_END : Pace.UNITS;
  }

  /** The day of a value, of a point in time by UTC, as such points are told. */
  private Column day(Column value) {
    if (!(type instanceof TimestampType)) {
      return value.cast("date");
    }
    Column micros = unix_micros(value);
    Column days = micros.minus(ofDay(micros)).divide(MICROSECONDS_OF_DAY).cast("int");
    return date_add(lit(EPOCH), days);
  }

  private static Column ofDay(Column micros) {
    return pmod(micros, lit(MICROSECONDS_OF_DAY));
  }

  /** The months of a value, counted from the year 0. */
  Column month(Column value) {
    Column day = day(value);
    return year(day)
        .multiply(lit(12))
        .plus(org.apache.spark.sql.functions.month(day))
        .cast("bigint");
  }
}
