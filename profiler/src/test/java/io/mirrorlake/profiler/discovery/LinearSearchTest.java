package io.mirrorlake.profiler.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.schema.ColumnType.Kind;
import org.junit.jupiter.api.Test;

/** What follows from others by rational factors and a constant. */
final class LinearSearchTest extends SearchedTable {
  private static double celsius(int row) {
    return (draw(row, 1, 600) - 150) / 10.0;
  }

  private static double rounded(double value, double decimals) {
    return Math.rint(value * decimals) / decimals;
  }

  @Test
  void findsOtherUnitsExactlyOrRounded() {
    column("celsius", Kind.DOUBLE, i -> celsius(i));
    column("fahrenheit", Kind.DOUBLE, i -> rounded(celsius(i) * 1.8 + 32, 100));
    column("kelvin", Kind.DOUBLE, i -> rounded(celsius(i) + 273.15, 100));
    column("on", Kind.INT, i -> draw(i, 2, 101));
    column("off", Kind.INT, i -> 100 - draw(i, 2, 101));
    column("eighths", Kind.DOUBLE, i -> rounded((draw(i, 2, 101) * 3 + 1) / 8.0, 10));

    assertThat(found())
        .filteredOn(text -> text.contains(" = "))
        .containsExactlyInAnyOrder(
            "fahrenheit * 5 = celsius * 9 + 160",
            "kelvin * 100 = celsius * 100 + 27315",
            "off = - on + 100",
            "eighths * 8 = on * 3 + 1");
  }

  @Test
  void findsAYearAndAMonthInOneNumber() {
    column("month", Kind.INT, i -> 1 + draw(i, 1, 12));
    column("date", Kind.DOUBLE, i -> 2000 + draw(i, 2, 15) + draw(i, 1, 12) / 12.0);
    column("year", Kind.INT, i -> 2000 + draw(i, 2, 15));

    assertThat(found()).contains("date * 12 = year * 12 + month - 1").doesNotContain("year");
  }

  /** A month is put together from a year and a month; that a date's is, rounded, is no rule. */
  @Test
  void findsDigitsThatArePutTogether() {
    column("month", Kind.INT, i -> 1 + draw(i, 1, 12));
    column("year", Kind.INT, i -> 2000 + draw(i, 2, 15));
    column("period", Kind.INT, i -> (2000 + draw(i, 2, 15)) * 100 + 1 + draw(i, 1, 12));
    column(
        "date",
        Kind.INT,
        i -> ((2000 + draw(i, 2, 15)) * 100 + 1 + draw(i, 1, 12)) * 100 + 1 + draw(i, 3, 28));

    assertThat(found())
        .filteredOn(text -> text.contains(" = "))
        .containsExactly("period = year * 100 + month");
  }

  /**
   * Points in time that are written as numbers: a second is no noise of a million million of them.
   */
  @Test
  void isNotDeceivedBySmallDelaysOfGreatNumbers() {
    column("created", Kind.BIGINT, i -> 1_700_000_000_000L + draw(i, 1, 900_000) * 1000L);
    column(
        "expires",
        Kind.BIGINT,
        i -> 1_702_592_000_000L + draw(i, 1, 900_000) * 1000L + draw(i, 2, 1500));

    assertThat(found()).noneMatch(text -> text.contains(" = "));
  }

  /** Drawn apart, what makes up for one another would leave the range of what is left. */
  @Test
  void leavesWhatItsInputsWouldThrowOff() {
    column("first", Kind.DOUBLE, i -> draw(i, 1, 900) / 1000.0);
    column("second", Kind.DOUBLE, i -> 0.95 - draw(i, 1, 900) / 1000.0 + draw(i, 2, 50) / 1000.0);
    column("rest", Kind.DOUBLE, i -> 0.05 - draw(i, 2, 50) / 1000.0);

    assertThat(found()).noneMatch(text -> text.contains("* 1000") || text.startsWith("rest ="));
  }

  /** A rounded number agrees with many fractions: none of them is a rule. */
  @Test
  void isNotDeceivedByRounding() {
    column("amount", Kind.DOUBLE, i -> draw(i, 1, 9000) / 10.0);
    column("part", Kind.INT, i -> (int) Math.rint(draw(i, 1, 9000) / 10.0 / Math.PI / 2));
    column("noise", Kind.DOUBLE, i -> draw(i, 1, 9000) * 0.3 + draw(i, 2, 3));

    assertThat(found()).noneMatch(text -> text.contains(" = "));
  }
}
