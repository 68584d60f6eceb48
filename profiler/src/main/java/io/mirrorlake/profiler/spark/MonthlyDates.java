package io.mirrorlake.profiler.spark;

import static io.mirrorlake.profiler.spark.ColumnNames.named;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.year;

import io.mirrorlake.profiler.key.Pace;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/** Dates of statements, salaries and the like, which all are the first of a month, or the last. */
final class MonthlyDates {
  /** Of two months, or one, the days between them tell as much. */
  private static final int LEAST_MONTHS = 3;

  private MonthlyDates() {}

  /** What the steps between a column's values are counted in. */
  static Pace pace(Dataset<Row> rows, String name, DataType type) {
    if (!SummaryColumns.isTime(type)) {
      return Pace.UNITS;
    }
    Column own = named(name);
    Column day = own.cast("date");
    Row facts =
        rows.agg(
                count(own),
                bool_and(day.cast(type).equalTo(own)),
                bool_and(dayofmonth(day).equalTo(1)),
                bool_and(day.equalTo(last_day(day))),
                countDistinct(month(own)))
            .head();
    boolean monthly =
        facts.getLong(0) > 0 && facts.getBoolean(1) && facts.getLong(4) >= LEAST_MONTHS;
    if (monthly && facts.getBoolean(2)) {
      return Pace.MONTH_START;
    }
    return monthly && facts.getBoolean(3) ? Pace.MONTH_END : Pace.UNITS;
  }

  /** The months of a date, counted from the year 0. */
  static Column month(Column date) {
    return year(date).multiply(lit(12)).plus(month0(date)).cast("bigint");
  }

  private static Column month0(Column date) {
    return org.apache.spark.sql.functions.month(date).minus(1);
  }
}
