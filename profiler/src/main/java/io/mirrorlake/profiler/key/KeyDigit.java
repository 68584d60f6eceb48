package io.mirrorlake.profiler.key;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** The values that one part of a composite key takes. */
public sealed interface KeyDigit {
  /** How many values there are. */
  long size();

  /**
   * Whole numbers of the column's unit: start + step i for i in [0, size). The unit is a day since
   * 1970 for dates, a microsecond since 1970 for timestamps, the last digit for decimals.
   *
   * @param start the first
   * @param step the distance, not 0
   * @param size how many, at least 1
   */
  record Numbers(long start, long step, long size) implements KeyDigit {
    public Numbers {
      if (step == 0 || size < 1) {
        throw new IllegalArgumentException(
            "a part of a key with " + size + " values at a distance of " + step);
      }
    }
  }

  /**
   * Dates a number of months apart, all of them the first day of a month or all the last.
   *
   * @param start the first month, in months since January 1970
   * @param step the distance in months, not 0
   * @param size how many, at least 1
   * @param end whether dates are the last days of their months
   */
  record Months(long start, long step, long size, boolean end) implements KeyDigit {
    private static final int MONTHS = 12;

    private static final int EPOCH_YEAR = 1970;

    public Months {
      if (step == 0 || size < 1) {
        throw new IllegalArgumentException(
            "a part of a key with " + size + " dates at a distance of " + step + " months");
      }
    }

    /** The months since January 1970 at a date. */
    public static long month(LocalDate date) {
      return (date.getYear() - EPOCH_YEAR) * (long) MONTHS + date.getMonthValue() - 1;
    }

    /** The date of the i-th month, in days since 1970. */
    public long day(long i) {
      return (end ? Pace.MONTH_END : Pace.MONTH_START).day(start + step * i);
    }
  }

  /**
   * Listed values of any type, as Spark SQL casts them to strings.
   *
   * @param values the texts, at least one, all different
   */
  record Texts(List<String> values) implements KeyDigit {
    public Texts {
      values = List.copyOf(values);
      if (values.isEmpty() || new HashSet<>(values).size() != values.size()) {
        throw new IllegalArgumentException("a part of a key takes the values " + values);
      }
    }

    @Override
    public long size() {
      return values.size();
    }
  }
}
