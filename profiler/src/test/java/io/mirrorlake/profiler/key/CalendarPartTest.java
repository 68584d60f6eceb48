package io.mirrorlake.profiler.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CalendarPartTest {
  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  @ParameterizedTest
  @CsvSource({
    "WEEKDAY,2024-02-26,1",
    "WEEKDAY,1969-12-28,7",
    "DAY,2024-02-28,28",
    "DAY,2023-02-28,0",
    "DAY,2024-01-30,30",
    "DAY,2024-01-31,0",
  })
  void tellsThePartOfADay(CalendarPart part, String date, int value) {
    assertThat(part.of(day(date))).isEqualTo(value);
  }

  @Test
  void tellsTheHourOfTheDay() {
    assertThat(CalendarPart.HOUR.of(49)).isEqualTo(1);
    assertThat(CalendarPart.HOUR.of(-1)).isEqualTo(23);
  }

  /** The bound is the day before which none may be taken. */
  @ParameterizedTest
  @CsvSource({
    // A Saturday: the Friday before, but not before the Saturday.
    "WEEKDAY,2024-03-02,5,1900-01-01,2024-03-01",
    "WEEKDAY,2024-03-02,5,2024-03-02,2024-03-08",
    "WEEKDAY,2024-03-02,6,2024-03-02,2024-03-02",
    "DAY,2024-03-10,0,1900-01-01,2024-02-29",
    "DAY,2024-03-10,0,2024-03-01,2024-03-31",
    "DAY,2024-03-20,0,1900-01-01,2024-03-31",
    // February has no 30th that is not its last day.
    "DAY,2023-02-20,30,2023-02-10,2023-02-28",
    "DAY,2023-12-20,10,2023-12-15,2024-01-10",
    "DAY,2023-12-20,10,2024-05-11,2024-06-10",
  })
  void findsTheNearestDay(CalendarPart part, String near, int value, String bound, String found) {
    assertThat(LocalDate.ofEpochDay(part.nearest(day(near), value, day(bound))))
        .isEqualTo(LocalDate.parse(found));
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryPartNotBeforeTheBoundAndNotFar(CalendarPart part) {
    int period = part.greatest() - part.least() + 1;
    for (long step = 19_000; step < 19_400; step++) {
      for (int value = part.least(); value <= part.greatest(); value++) {
        long free = part.nearest(step, value, Long.MIN_VALUE);
        long bounded = part.nearest(step, value, step);
        assertThat(Math.abs(free - step)).isLessThanOrEqualTo(period / 2 + 2L);
        assertThat(bounded).isBetween(step, step + 2L * period);
        // A month without a 29th or 30th of its own has its last day instead.
        boolean last = part == CalendarPart.DAY && value > 27 && part.of(free) == 0;
        assertThat(last || part.of(free) == value).isTrue();
      }
    }
  }
}
