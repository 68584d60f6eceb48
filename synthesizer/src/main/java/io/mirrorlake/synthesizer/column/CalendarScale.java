package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.util.Arrays;
import java.util.Optional;

/**
 * The time line stretched by the weights of a calendar: C(t) is the weight of all time before t, a
 * table by day and one by hour of the day, linear in between. Dates lie on it as whole days, each
 * with its day's weight.
 */
final class CalendarScale {
  /** The days of 9,999 years: what a profile's calendar can cover. */
  private static final double MAX_DAYS = 3_700_000;

  private static final double MICROS_PER_DAY = 86_400e6;

  private final double unitsPerDay;
  private final double step;
  private final long firstDay;

  /** The weight before each day; one more than there are days. */
  private final double[] days;

  /** The share of a day's weight before each hour. */
  private final double[] hours = new double[Calendar.HOURS + 1];

  private CalendarScale(NumericMarginal marginal, double unitsPerDay, long firstDay, int count) {
    this.unitsPerDay = unitsPerDay;
    this.step = marginal.grid().isDiscrete() ? marginal.grid().spacing() : 1;
    this.firstDay = firstDay;
    this.days = new double[count + 1];
    Calendar calendar = marginal.calendar();
    for (int i = 0; i < count; i++) {
      days[i + 1] = days[i] + calendar.dayWeight(firstDay + i);
    }
    double total = calendar.hours().stream().mapToDouble(Double::doubleValue).sum();
    for (int h = 0; h < Calendar.HOURS; h++) {
      hours[h + 1] = hours[h] + calendar.hours().get(h) / total;
    }
  }

  /** The scale over all intervals of a marginal; empty where they cover more than the calendar. */
  static Optional<CalendarScale> of(NumericMarginal marginal, boolean isDate) {
    double unitsPerDay = isDate ? 1 : MICROS_PER_DAY;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Segment segment : marginal.segments()) {
      if (!segment.isAtom()) {
        low = Math.min(low, segment.low());
        high = Math.max(high, segment.high());
      }
    }
    double first = Math.floor(low / unitsPerDay);
    // One day more, for the grid's last step.
    double count = Math.floor(high / unitsPerDay) + 2 - first;
    return count > 0 && count < MAX_DAYS
        ? Optional.of(new CalendarScale(marginal, unitsPerDay, (long) first, (int) count))
        : Optional.empty();
  }

  /**
   * Where in an interval, as a part of its length, the value lies that a share p of its values does
   * not exceed; p itself where the interval has no weight.
   */
  double position(double low, double length, double p) {
    double before = weight(low);
    double inside = weight(low + length + step) - before;
    if (!(inside > 0)) {
      return p;
    }
    double time = time(before + p * inside);
    // The middle of the grid's step, so that no rounding leaves it.
    double steps = Math.floor((time - low) / step);
    double all = Math.floor(length / step + 0.5) + 1;
    return Math.max(0, Math.min(steps, all - 1) + 0.5) / all;
  }

  private double weight(double time) {
    double day = time / unitsPerDay - firstDay;
    int whole = (int) Math.max(0, Math.min(days.length - 2, Math.floor(day)));
    double hour = Math.max(0, Math.min(1, day - whole)) * Calendar.HOURS;
    int wholeHour = Math.min(Calendar.HOURS - 1, (int) hour);
    double part = hours[wholeHour] + (hours[wholeHour + 1] - hours[wholeHour]) * (hour - wholeHour);
    return days[whole] + (days[whole + 1] - days[whole]) * part;
  }

  private double time(double weight) {
    int day = Math.min(days.length - 2, place(days, weight));
    double part = (weight - days[day]) / (days[day + 1] - days[day]);
    int hour = Math.min(Calendar.HOURS - 1, place(hours, part));
    double hourPart = (part - hours[hour]) / (hours[hour + 1] - hours[hour]);
    double time = (hour + Math.max(0, Math.min(1, hourPart))) / Calendar.HOURS;
    return (firstDay + day + time) * unitsPerDay;
  }

  /** The last entry that is not above the value, among equals the last: its cell has weight. */
  private static int place(double[] table, double value) {
    int found = Arrays.binarySearch(table, value);
    int place = found >= 0 ? found : -found - 2;
    while (place + 1 < table.length && table[place + 1] <= value) {
      place++;
    }
    return Math.max(0, place);
  }
}
