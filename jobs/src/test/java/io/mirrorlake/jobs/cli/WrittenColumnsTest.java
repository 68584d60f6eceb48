package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that write dates, times and amounts, from a file to a profile and to rows. */
class WrittenColumnsTest {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
  private static final int ROWS = 3_000;

  @TempDir private Path folder;

  /** Delivered 1 to 9 days after the order; the later in the day, the dearer. */
  private static List<String> table() {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>(List.of("ordered,delivered,clock,price,code"));
    for (int i = 0; i < ROWS; i++) {
      LocalDate day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(700));
      int minute = 480 + random.nextInt(600);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%02d:%02d,EUR %.2f,%05d",
              DAY.format(day),
              DAY.format(day.plusDays(1L + random.nextInt(9))),
              minute / 60,
              minute % 60,
              minute * (1 + random.nextDouble()),
              random.nextInt(100_000)));
    }
    return lines;
  }

  @Test
  void textsAreLearnedAsWhatTheyWriteAndWrittenAgain() throws IOException {
    Path source = Files.write(folder.resolve("orders.csv"), table());
    assertThat(RoundTrip.profile(folder, "profile", "source: " + source, "disclosure: {secret: s}"))
        .contains("\"written\": \"dd.MM.yyyy\"", "\"written\": \"HH:mm\"")
        .contains("\"written\": \"EUR 1234.56\"", "\"holds\": \"ordered <= delivered\"");

    List<String[]> rows = synthesized("data", "{}");
    assertThat(rows).hasSize(ROWS);
    for (String[] row : rows) {
      long days =
          ChronoUnit.DAYS.between(LocalDate.parse(row[0], DAY), LocalDate.parse(row[1], DAY));
      assertThat(days).isBetween(0L, 15L);
      assertThat(row[2]).matches("(0[7-9]|1[0-8]):[0-5][0-9]");
      assertThat(row[3]).matches("EUR [0-9]+\\.[0-9]{2}");
    }
    assertThat(mean(rows, "08:00", "10:00")).isLessThan(mean(rows, "16:00", "18:00"));
  }

  @Test
  void conditionsAreOnWhatIsWritten() throws IOException {
    Path source = Files.write(folder.resolve("orders.csv"), table());
    RoundTrip.profile(folder, "profile", "source: " + source);

    List<String[]> rows =
        synthesized("june", "{ordered: \"01.06.2022..30.06.2022\", clock: \"12:00..13:59\"}");
    assertThat(rows)
        .allSatisfy(row -> assertThat(row[0]).endsWith(".06.2022"))
        .allSatisfy(row -> assertThat(row[2]).matches("1[23]:.*"));

    CommandResult.ofSettings(
            folder,
            "synthesize",
            "profile: " + folder.resolve("profile"),
            "output: " + folder.resolve("bad"),
            "where: {ordered: June}")
        .assertComplaint(
            2,
            "where: orders.ordered has a condition on 'June', which is no value of type date",
            "write a value such as");
  }

  private static double mean(List<String[]> rows, String from, String to) {
    return rows.stream()
        .filter(row -> row[2].compareTo(from) >= 0 && row[2].compareTo(to) < 0)
        .mapToDouble(row -> Double.parseDouble(row[3].substring(4)))
        .average()
        .orElseThrow();
  }

  private List<String[]> synthesized(String name, String where) throws IOException {
    return CsvRows.of(RoundTrip.synthesize(folder, name, "where: " + where));
  }
}
