package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * How the values of dates and timestamps are spread inside intervals: the density at a time is
 * proportional to the product of the weights of its month, day of the month, weekday and hour, in
 * UTC. A weight of 1 is the average.
 *
 * @param months 12 weights, January first
 * @param daysOfMonth 31 weights
 * @param weekdays 7 weights, Monday first
 * @param hours 24 weights; not used for dates
 */
public record Calendar(
    List<Double> months, List<Double> daysOfMonth, List<Double> weekdays, List<Double> hours)
    implements Serializable {
  /** How many weights each part has. */
  public static final int MONTHS = 12;

  public static final int DAYS_OF_MONTH = 31;
  public static final int WEEKDAYS = 7;
  public static final int HOURS = 24;

  /** All weights 1. */
  public static final Calendar EVEN =
      new Calendar(even(MONTHS), even(DAYS_OF_MONTH), even(WEEKDAYS), even(HOURS));

  /** 1970-01-01 was a Thursday, the fourth day of the week. */
  private static final int WEEKDAY_OF_EPOCH = 3;

  public Calendar {
    months = weights(months, MONTHS);
    daysOfMonth = weights(daysOfMonth, DAYS_OF_MONTH);
    weekdays = weights(weekdays, WEEKDAYS);
    hours = weights(hours, HOURS);
  }

  private static List<Double> weights(List<Double> weights, int count) {
    boolean valid = weights.stream().allMatch(w -> w >= 0 && w < Double.POSITIVE_INFINITY);
    if (weights.size() != count || !valid || weights.stream().noneMatch(w -> w > 0)) {
      throw new IllegalArgumentException(
          "a calendar needs " + count + " weights of at least 0, not all of them 0: " + weights);
    }
    return List.copyOf(weights);
  }

  /** Weights of 1. */
  public static List<Double> even(int count) {
    return Collections.nCopies(count, 1.0);
  }

  /** The month of a day since 1970-01-01, from 0. */
  public static int month(long day) {
    return LocalDate.ofEpochDay(day).getMonthValue() - 1;
  }

  /** The day of the month of a day since 1970-01-01, from 0. */
  public static int dayOfMonth(long day) {
    return LocalDate.ofEpochDay(day).getDayOfMonth() - 1;
  }

  /** The weekday of a day since 1970-01-01, Monday being 0. */
  public static int weekday(long day) {
    return (int) Math.floorMod(day + WEEKDAY_OF_EPOCH, (long) WEEKDAYS);
  }

  /** The weight of a day since 1970-01-01, whatever the hour. */
  public double dayWeight(long day) {
    return months.get(month(day)) * daysOfMonth.get(dayOfMonth(day)) * weekdays.get(weekday(day));
  }
}
