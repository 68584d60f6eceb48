package io.mirrorlake.profiler.marginal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class NotationTest {
  /** Two years of seconds are enough: what follows repeats. */
  private static final long WALKED = 100_000;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NUMBER")
  void positionAndWrittenAreInverseAndRise(Notation notation) {
    long last = (long) notation.last();
    long before = notation.written(-3);
    for (long position = -2; position <= Math.min(last, WALKED); position++) {
      long number = notation.written(position);
      assertThat(number).isGreaterThan(before);
      assertThat(notation.position((double) number)).isEqualTo((double) position);
      // Whatever lies between belongs to the one before.
      assertThat(notation.position((double) number - 0.5)).isEqualTo((double) position - 1);
      assertThat(notation.position(((double) number + before) / 2))
          .isEqualTo((double) position - 1);
      assertThat(notation.contains(number)).isEqualTo(position >= -1);
      before = number;
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NUMBER")
  void containsExactlyWhatIsWritten(Notation notation) {
    for (long number = -5; number < 300_000; number++) {
      boolean written =
          number >= -1 && notation.written((long) notation.position((double) number)) == number;
      assertThat(notation.contains(number)).as("%s %d", notation, number).isEqualTo(written);
    }
    assertThat(notation.contains(Long.MAX_VALUE)).isFalse();
    assertThat(notation.contains(Long.MIN_VALUE)).isFalse();
  }

  @Test
  void daysFollowTheCalendar() {
    LocalDate date = LocalDate.of(1000, 1, 1);
    long start = (long) Notation.YEAR_MONTH_DAY.first();
    for (long i = 0; date.getYear() < 2500; i++) {
      long number = date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
      assertThat(Notation.YEAR_MONTH_DAY.written(start + i)).isEqualTo(number);
      date = date.plusDays(1);
    }
    long end = (long) Notation.YEAR_MONTH_DAY.last();
    assertThat(end - start)
        .isEqualTo(LocalDate.of(9999, 12, 31).toEpochDay() - LocalDate.of(1000, 1, 1).toEpochDay());
    assertThat(Notation.YEAR_MONTH_DAY.written(end)).isEqualTo(99_991_231);
  }

  @Test
  void monthsFollowTheCalendar() {
    YearMonth month = YearMonth.of(1000, 1);
    for (long i = 0; month.getYear() < 1100; i++) {
      assertThat(Notation.YEAR_MONTH.written(1 + i))
          .isEqualTo(month.getYear() * 100L + month.getMonthValue());
      month = month.plusMonths(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "YEAR_MONTH, 202312, 202401",
    "YEAR_MONTH_DAY, 20240229, 20240301",
    "YEAR_MONTH_DAY, 19000228, 19000301",
    "MONTH_DAY, 131, 201",
    "SHORT_YEAR_MONTH_DAY, 991230, 991231",
    "SHORT_YEAR_MONTH_DAY, 231231, 240101",
    "SHORT_YEAR_MONTH_DAY_OR_50, 701231, 705101",
    "SHORT_YEAR_MONTH_DAY_OR_50, 706231, 710101",
    "HOURS_MINUTES, 59, 100",
    "HOURS_MINUTES, 2359, 2400",
    "HOURS_MINUTES_SECONDS, 95959, 100000",
    "HOURS_MINUTES_SECONDS, 235959, 240000"
  })
  void neighboursAreOneStepApart(Notation notation, long number, long next) {
    assertThat(notation.contains(number)).isTrue();
    assertThat(notation.contains(next)).isTrue();
    assertThat(notation.position((double) next) - notation.position((double) number)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "YEAR_MONTH, 202413",
    "YEAR_MONTH, 202400",
    "YEAR_MONTH_DAY, 20230229",
    "YEAR_MONTH_DAY, 20240199",
    "YEAR_MONTH_DAY, 99999999",
    "MONTH_DAY, 1301",
    "SHORT_YEAR_MONTH_DAY, 701332",
    "SHORT_YEAR_MONTH_DAY, 706213",
    "SHORT_YEAR_MONTH_DAY_OR_50, 703213",
    "SHORT_YEAR_MONTH_DAY_OR_50, 710229",
    "HOURS_MINUTES, 1060",
    "HOURS_MINUTES, 2401",
    "HOURS_MINUTES_SECONDS, 106000",
    "HOURS_MINUTES_SECONDS, 101099"
  })
  void othersAreNotWritten(Notation notation, long number) {
    assertThat(notation.contains(number)).isFalse();
  }

  @Test
  void plainNumbersStandForThemselves() {
    assertThat(Notation.NUMBER.position(0.25)).isEqualTo(0.25);
    assertThat(Notation.NUMBER.written(77)).isEqualTo(77);
    assertThat(Notation.NUMBER.contains(Long.MIN_VALUE)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsText(Notation notation) {
    assertThat(Notation.of(notation.text())).contains(notation);
    assertThat(Notation.of("ddmm")).isEmpty();
  }
}
