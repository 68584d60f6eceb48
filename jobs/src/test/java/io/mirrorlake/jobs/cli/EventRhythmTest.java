package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of 400 customers, some weeks apart, that keep to a part of the calendar. */
class EventRhythmTest {
  private static final int CUSTOMERS = 400;
  private static final LocalDateTime START = LocalDateTime.of(2021, 1, 4, 0, 0);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @TempDir private Path folder = Path.of("");

  /**
   * @param habit moves a moment to one that the customer's habits allow
   * @param format how moments are written
   */
  private void write(UnaryOperator<LocalDateTime> habit, DateTimeFormatter format)
      throws IOException {
    Random random = new Random(43);
    List<String> customers = new ArrayList<>(List.of("id,kind"));
    List<String> orders = new ArrayList<>(List.of("customer,time,urgent"));
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(i + "," + random.nextInt(3));
      LocalDateTime time = START.plusMinutes(random.nextInt(400 * 24 * 60));
      for (int k = 3 + random.nextInt(9); k > 0; k--) {
        LocalDateTime kept = habit.apply(time);
        boolean friday = kept.getDayOfWeek() == DayOfWeek.FRIDAY;
        orders.add(i + "," + format.format(kept) + "," + (friday ? "yes" : "no"));
        time = kept.plusMinutes(4 * 24 * 60 + random.nextInt(40 * 24 * 60));
      }
    }
    Files.write(folder.resolve("customer.csv"), customers);
    Files.write(folder.resolve("orders.csv"), orders);
  }

  private String dataset() {
    return """
        tables:
          customer: {source: %1$s/customer.csv, primaryKey: [id]}
          orders:
            source: %1$s/orders.csv
            references: [{columns: [customer], table: customer}]
            orderBy: time
        """
        .formatted(folder);
  }

  private List<String[]> synthesized() throws IOException {
    return CsvRows.of(RoundTrip.synthesize(folder, "data").resolve("orders"));
  }

  private static double share(List<String[]> rows, java.util.function.Predicate<String[]> of) {
    return (double) rows.stream().filter(of).count() / rows.size();
  }

  private static LocalDateTime working(LocalDateTime time) {
    int over = Math.max(0, time.getDayOfWeek().getValue() - 5);
    return time.plusDays(over == 0 ? 0 : 3 - over);
  }

  @Test
  void ordersComeOnWorkingDaysAndWhatHangsOnThemWithThem() throws IOException {
    write(EventRhythmTest::working, DateTimeFormatter.ISO_LOCAL_DATE);
    assertThat(RoundTrip.profile(folder, "profile", dataset()))
        .contains("\"part\": \"weekday\"", "\"column\": \"#weekday.time\"");
    List<String[]> rows = synthesized();
    assertThat(rows).hasSizeGreaterThan(2_000);
    Map<String, LocalDate> before = new HashMap<>();
    for (String[] row : rows) {
      LocalDate day = LocalDate.parse(row[1]);
      assertThat(day.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
      LocalDate previous = before.put(row[0], day);
      assertThat(previous == null || !day.isBefore(previous)).isTrue();
    }
    // Mondays have those of two days more: 3/7; Fridays 1/7, which alone are urgent.
    assertThat(share(rows, row -> LocalDate.parse(row[1]).getDayOfWeek() == DayOfWeek.MONDAY))
        .isCloseTo(3 / 7.0, within(0.04));
    assertThat(
            share(
                rows,
                row ->
                    row[2].equals("yes")
                        == (LocalDate.parse(row[1]).getDayOfWeek() == DayOfWeek.FRIDAY)))
        .isGreaterThan(0.98);
  }

  @Test
  void salariesComeOnTheLastDayAndOtherEventsOnAnyDay() throws IOException {
    write(
        time ->
            time.getDayOfMonth() < 16
                ? time
                : time.withDayOfMonth(time.toLocalDate().lengthOfMonth()),
        DateTimeFormatter.ISO_LOCAL_DATE);
    assertThat(RoundTrip.profile(folder, "profile", dataset())).contains("\"part\": \"day\"");
    List<String[]> rows = synthesized();
    double last =
        share(
            rows,
            row -> {
              LocalDate day = LocalDate.parse(row[1]);
              return day.getDayOfMonth() == day.lengthOfMonth();
            });
    assertThat(last).isCloseTo(0.5, within(0.05));
    assertThat(share(rows, row -> LocalDate.parse(row[1]).getDayOfMonth() == 20)).isLessThan(0.01);
  }

  @Test
  void momentsKeepToOfficeHours() throws IOException {
    write(time -> time.withHour(9 + time.getHour() / 3), MOMENT);
    assertThat(RoundTrip.profile(folder, "profile", dataset())).contains("\"part\": \"hour\"");
    List<String[]> rows = synthesized();
    for (String[] row : rows) {
      assertThat(Integer.parseInt(row[1].substring(11, 13))).isBetween(9, 16);
    }
    // Minutes are as they come.
    assertThat(share(rows, row -> row[1].substring(14, 16).compareTo("30") < 0))
        .isCloseTo(0.5, within(0.05));
  }

  @Test
  void eventsAtAnyTimeKeepToNothing() throws IOException {
    write(time -> time, MOMENT);
    assertThat(RoundTrip.profile(folder, "profile", dataset()))
        .contains("\"evolution\"")
        .doesNotContain("\"calendar\": {\"part\"");
  }
}
