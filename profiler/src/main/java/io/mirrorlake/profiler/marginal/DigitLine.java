package io.mirrorlake.profiler.marginal;

import java.util.Arrays;

/**
 * The numbers n = h u + r in rising order, where h is a year or an hour, u a power of ten, and r
 * one of a list of numbers below u: month and day, or minutes and seconds. Leap years have a list
 * of their own.
 *
 * <p>The position of a number is how many of these come before it, from 1 on where the least is
 * above zero. Numbers below the least are their own positions, but none is above zero: so 0 and -1,
 * as they are written where there is no date, have places of their own.
 */
final class DigitLine {
  /** Years below it are written without their century. */
  private static final int FULL_YEARS = 1000;

  private final int unit;
  private final int first;
  private final int[] common;
  private final int[] leap;
  private final long least;
  private final long greatest;

  /** The position of the least number. */
  private final int start;

  /** The position of the greatest number. */
  private final long end;

  /** How many numbers a leading part has, on average. */
  private final double mean;

  /**
   * @param unit the power of ten that the leading part is multiplied by
   * @param first the least leading part
   * @param common what may follow the leading part, rising
   * @param leap what may follow a leap year, rising
   * @param greatest the greatest number
   */
  DigitLine(int unit, int first, int[] common, int[] leap, long greatest) {
    this.unit = unit;
    this.first = first;
    this.common = common;
    this.leap = leap;
    this.greatest = greatest;
    this.least = (long) first * unit + common[0];
    this.start = least > 0 ? 1 : 0;
    this.mean = common.length + (leap.length - common.length) / 4.0;
    this.end = place(greatest);
  }

  /** Whether the number is one of these. */
  boolean contains(long number) {
    return number >= least
        && number <= greatest
        && Arrays.binarySearch(list(number / unit), (int) (number % unit)) >= 0;
  }

  /** The position of the greatest of these numbers that is not above the value. */
  double position(double value) {
    if (!(value >= least)) {
      return Math.floor(Math.min(value, 0));
    }
    return value >= greatest ? end : place((long) value);
  }

  private long place(long number) {
    long lead = number / unit;
    int found = Arrays.binarySearch(list(lead), (int) (number % unit));
    return start + before(lead) + (found >= 0 ? found : -found - 2);
  }

  /** The number at a position. */
  long number(long position) {
    if (position < start) {
      return position;
    }
    if (position >= end) {
      return greatest;
    }
    long place = position - start;
    long lead = first + (long) (place / mean);
    while (before(lead) > place) {
      lead--;
    }
    while (before(lead + 1) <= place) {
      lead++;
    }
    return lead * unit + list(lead)[(int) (place - before(lead))];
  }

  /** The position of the least number. */
  long start() {
    return start;
  }

  /** How many of the numbers have a smaller leading part. */
  private long before(long lead) {
    return (lead - first) * common.length
        + (leapYears(lead) - leapYears(first)) * (leap.length - common.length);
  }

  private int[] list(long lead) {
    return leapYears(lead + 1) > leapYears(lead) ? leap : common;
  }

  /**
   * The leap years before a year, by the Gregorian rule; of years without their century each fourth
   * is one, as it was from 1901 to 2099.
   */
  private static long leapYears(long year) {
    return year <= FULL_YEARS
        ? (year + 3) / 4
        : (FULL_YEARS + 3) / 4 + gregorian(year - 1) - gregorian(FULL_YEARS - 1);
  }

  private static long gregorian(long year) {
    return year / 4 - year / 100 + year / 400;
  }
}
