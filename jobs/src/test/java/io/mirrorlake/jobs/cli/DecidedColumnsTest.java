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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from a day: whether it is a weekend, and how much is sold on weekends. */
class DecidedColumnsTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final int DAYS = 420;
  private static final int ROWS = 420 * 24;

  @TempDir private Path folder;

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /** 15 to 34 pieces are sold on weekends, 0 to 19 on other days. */
  private static List<String> table() {
    Random random = new Random(2);
    List<String> lines = new ArrayList<>(List.of("day,weekend,sold"));
    for (int i = 0; i < ROWS; i++) {
      LocalDate day = FIRST.plusDays(i % DAYS);
      int sold = random.nextInt(20) + (isWeekend(day) ? 15 : 0);
      lines.add(day + "," + (isWeekend(day) ? "yes" : "no") + "," + sold);
    }
    return lines;
  }

  @Test
  void daysDecideWeekendsAndWeekendsSales() throws IOException {
    Path source = Files.write(folder.resolve("train.csv"), table());
    assertThat(RoundTrip.profile(folder, "profile", "source: " + source, "disclosure: {secret: s}"))
        .contains("\"holds\": \"day -> weekend\"")
        .contains("\"decidedBy\": \"day\"");

    List<String[]> rows = synthesized("data", "");
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row[1]).isEqualTo(isWeekend(LocalDate.parse(row[0])) ? "yes" : "no"));
    assertThat(mean(rows, row -> row[1].equals("yes"))).isCloseTo(24.5, within(1.0));
    assertThat(mean(rows, row -> row[1].equals("no"))).isCloseTo(9.5, within(1.0));

    List<String[]> weekends = synthesized("weekends", "where: {weekend: yes}");
    assertThat(weekends).allSatisfy(row -> assertThat(row[1]).isEqualTo("yes"));
    assertThat(mean(weekends, row -> true)).isCloseTo(24.5, within(1.0));

    List<String[]> slow = synthesized("slow", "where: {sold: 0..9}");
    assertThat(slow).allSatisfy(row -> assertThat(Integer.parseInt(row[2])).isBetween(0, 9));
    assertThat(slow.stream().filter(row -> row[1].equals("yes")).count())
        .isLessThan(slow.size() / 20);
  }

  private static double mean(List<String[]> rows, Predicate<String[]> of) {
    return rows.stream()
        .filter(of)
        .mapToInt(row -> Integer.parseInt(row[2]))
        .average()
        .orElseThrow();
  }

  private List<String[]> synthesized(String name, String where) throws IOException {
    return CsvRows.of(RoundTrip.synthesize(folder, name, "rows: 4000", where));
  }
}
