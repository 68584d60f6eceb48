package io.mirrorlake.profiler.sketch;

import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.schema.ColumnType;
import java.io.Serializable;

/** How many values of a column of dates or timestamps fall on each month, weekday and hour. */
public final class CalendarSketch implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final long MICROS_PER_HOUR = 3_600_000_000L;

  /** The years 1 to 9999, which calendars agree on. */
  private static final long FIRST_DAY = -719_162;

  private static final long LAST_DAY = 2_932_896;

  /** The calendar's parts. */
  public enum Part {
    MONTHS(Calendar.MONTHS),
    DAYS_OF_MONTH(Calendar.DAYS_OF_MONTH),
    WEEKDAYS(Calendar.WEEKDAYS),
    HOURS(Calendar.HOURS);

    private final int size;

    Part(int size) {
      this.size = size;
    }

    /** How many cells the part has. */
    public int size() {
      return size;
    }

    /** The cell of an hour of a day. */
    public int cell(long day, int hour) {
      return switch (this) {
        case MONTHS -> Calendar.month(day);
        case DAYS_OF_MONTH -> Calendar.dayOfMonth(day);
        case WEEKDAYS -> Calendar.weekday(day);
        case HOURS -> hour;
      };
    }
  }

  private final double unitsPerHour;
  private final Breaks months;
  private final Breaks daysOfMonth;
  private final Breaks weekdays;
  private final Breaks hours;

  private CalendarSketch(double unitsPerHour, int unitLimit) {
    this.unitsPerHour = unitsPerHour;
    this.months = new Breaks(Calendar.MONTHS, unitLimit);
    this.daysOfMonth = new Breaks(Calendar.DAYS_OF_MONTH, unitLimit);
    this.weekdays = new Breaks(Calendar.WEEKDAYS, unitLimit);
    this.hours = new Breaks(Calendar.HOURS, unitLimit);
  }

  /** An empty sketch for columns of this type; it stays empty where they have no calendar. */
  public static CalendarSketch of(ColumnType type, int unitLimit) {
    return new CalendarSketch(
        switch (type.kind()) {
          case DATE -> 1.0 / Calendar.HOURS;
          case TIMESTAMP, TIMESTAMP_NTZ -> MICROS_PER_HOUR;
          default -> 0;
        },
        unitLimit);
  }

  /** How many of the column's units an hour has; 0 where there is no calendar. */
  public double unitsPerHour() {
    return unitsPerHour;
  }

  /** Adds a value carried by the unit with this hash. */
  public void add(double value, long unit) {
    if (unitsPerHour == 0) {
      return;
    }
    double hour = Math.floor(value / unitsPerHour);
    long day = (long) Math.floor(hour / Calendar.HOURS);
    if (day >= FIRST_DAY && day <= LAST_DAY) {
      int hourOfDay = (int) (hour - (double) day * Calendar.HOURS);
      months.add(Part.MONTHS.cell(day, hourOfDay), unit);
      daysOfMonth.add(Part.DAYS_OF_MONTH.cell(day, hourOfDay), unit);
      weekdays.add(Part.WEEKDAYS.cell(day, hourOfDay), unit);
      hours.add(Part.HOURS.cell(day, hourOfDay), unit);
    }
  }

  /** Adds all that another sketch for the same type has seen. */
  public void merge(CalendarSketch other) {
    for (Part part : Part.values()) {
      breaks(part).merge(other.breaks(part));
    }
  }

  /** What fell on a cell. */
  public Tally tally(Part part, int cell) {
    return breaks(part).at(cell);
  }

  private Breaks breaks(Part part) {
    return switch (part) {
      case MONTHS -> months;
      case DAYS_OF_MONTH -> daysOfMonth;
      case WEEKDAYS -> weekdays;
      case HOURS -> hours;
    };
  }
}
