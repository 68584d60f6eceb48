package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class CalendarTest {
  @Test
  void daysAreThoseOfTheCalendar() {
    for (LocalDate date = LocalDate.of(1899, 12, 25);
        date.isBefore(LocalDate.of(1904, 3, 3));
        date = date.plusDays(1)) {
      long day = date.toEpochDay();
      assertThat(Calendar.weekday(day)).isEqualTo(date.getDayOfWeek().getValue() - 1);
      assertThat(Calendar.month(day)).isEqualTo(date.getMonthValue() - 1);
      assertThat(Calendar.dayOfMonth(day)).isEqualTo(date.getDayOfMonth() - 1);
      assertThat(Calendar.EVEN.dayWeight(day)).isEqualTo(1);
    }
  }

  @Test
  void weightsAreCompleteAndSomeArePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Calendar(
                    Calendar.even(12),
                    Calendar.even(31),
                    Collections.nCopies(7, 0.0),
                    Calendar.even(24)))
        .withMessage(
            "a calendar needs 7 weights of at least 0, not all of them 0: [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Calendar(
                    Calendar.even(11), Calendar.even(31), Calendar.even(7), Calendar.even(24)))
        .withMessageStartingWith("a calendar needs 12 weights");
  }
}
