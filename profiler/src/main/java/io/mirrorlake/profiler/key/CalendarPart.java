package io.mirrorlake.profiler.key;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What of the calendar events keep to, as a number: shops are closed on Sundays, interest is paid
 * on the last day of a month, offices open at nine. Days are counted from 1970-01-01, and hours are
 * those of UTC, as points in time are told.
 */
public enum CalendarPart {
  /** The day of the week, from 1 for Monday to 7. */
  WEEKDAY("weekday", 1, 7),
  /** The day of the month, from 1 on; 0 for the last one, whichever that is. */
  DAY("day", 0, 30),
  /** The hour of the day, from 0 to 23. */
  HOUR("hour", 0, 23);

  private static final long DAYS_OF_WEEK = 7;

  /** 1970-01-01 was a Thursday. */
  private static final long FIRST_WEEKDAY = 4;

  private static final long HOURS_OF_DAY = 24;

  private final String label;
  private final int least;
  private final int greatest;

  CalendarPart(String label, int least, int greatest) {
    this.label = label;
    this.least = least;
    this.greatest = greatest;
  }

  /** Its name in a profile. */
  public String label() {
    return label;
  }

  /** The least number. */
  public int least() {
    return least;
  }

  /** The greatest number. */
  public int greatest() {
    return greatest;
  }

  /** Whether it tells hours apart, and steps are hours; else they are days. */
  public boolean isOfHours() {
    return this == HOUR;
  }

  /** The part of the hour or day with this number, counted from 1970-01-01. */
  public int of(long step) {
    return switch (this) {
      case WEEKDAY -> (int) Math.floorMod(step + FIRST_WEEKDAY - 1, DAYS_OF_WEEK) + 1;
      case HOUR -> (int) Math.floorMod(step, HOURS_OF_DAY);
      case DAY -> {
        LocalDate day = LocalDate.ofEpochDay(step);
        yield day.getDayOfMonth() == day.lengthOfMonth() ? 0 : day.getDayOfMonth();
      }
    };
  }

  /**
   * The hour or day nearest to one that has a given part, the earlier of two; or the first of those
   * not before a bound, where the nearest is. Of months that have no such day, the last day counts.
   *
   * @param part the part, from {@link #least} to {@link #greatest}
   * @param bound the first hour or day that may be taken
   */
  public long nearest(long step, int part, long bound) {
    return switch (this) {
      case WEEKDAY -> nearest(step, part, bound, DAYS_OF_WEEK);
      case HOUR -> nearest(step, part, bound, HOURS_OF_DAY);
      case DAY -> nearestDay(step, part, bound);
    };
  }

  private long nearest(long step, int part, long bound, long period) {
    long ahead = Math.floorMod(part - of(step), period);
    long nearest = step + (2 * ahead >= period ? ahead - period : ahead);
    return nearest >= bound ? nearest : bound + Math.floorMod(part - of(bound), period);
  }

  private static long nearestDay(long step, int part, long bound) {
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(Math.max(step, bound)));
    long best = Long.MAX_VALUE;
    for (int offset = -1; offset <= 2; offset++) {
      long day = day(month.plusMonths(offset), part);
      boolean better = best == Long.MAX_VALUE || Math.abs(day - step) < Math.abs(best - step);
      best = day >= bound && better ? day : best;
    }
    return best;
  }

  private static long day(YearMonth month, int part) {
    boolean last = part == 0 || part > month.lengthOfMonth();
    return (last ? month.atEndOfMonth() : month.atDay(part)).toEpochDay();
  }
}
