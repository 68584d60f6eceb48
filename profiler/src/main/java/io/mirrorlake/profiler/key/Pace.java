package io.mirrorlake.profiler.key;

import java.time.LocalDate;
import java.time.YearMonth;

/** How the steps of a column are counted that rises from sibling to sibling. */
public enum Pace {
  /** In the column's own unit: ones, days for dates, microseconds for points in time. */
  UNITS,
  /** In months, from one first day of a month to another. */
  MONTH_START,
  /** In months, from one last day of a month to another. */
  MONTH_END;

  private static final int MONTHS = 12;

  private static final int EPOCH_YEAR = 1970;

  /** Whether steps are months. */
  public boolean isMonthly() {
    return this != UNITS;
  }

  /** The month of a day since 1970-01-01, counted from January 1970. */
  public static long month(long day) {
    return KeyDigit.Months.month(LocalDate.ofEpochDay(day));
  }

  /** The day of a month, counted from January 1970, in days since 1970-01-01. */
  public long day(long month) {
    int year = Math.toIntExact(EPOCH_YEAR + Math.floorDiv(month, MONTHS));
    YearMonth of = YearMonth.of(year, Math.floorMod(month, MONTHS) + 1);
    return (this == MONTH_END ? of.atEndOfMonth() : of.atDay(1)).toEpochDay();
  }
}
