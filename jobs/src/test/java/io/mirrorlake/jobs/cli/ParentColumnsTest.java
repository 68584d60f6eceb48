package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Staff with a day of entry, a desk and a wage; what they are paid, from the day of entry on, is a
 * whole percentage of the wage, and names the desk. Each payment is announced up to 5 days after
 * the entry, whatever its own day. From files to a profile and to rows.
 */
class ParentColumnsTest {
  private static final int STAFF = 500;

  @TempDir private static Path folder = Path.of("");

  private static String document = "";

  private static final String DATASET =
      """
      tables:
        staff: {source: %1$s/staff.csv, primaryKey: [id]}
        payment:
          source: %1$s/payment.csv
          primaryKey: [id]
          references: [{columns: [staff], table: staff}]
          orderBy: paid
      """;

  private static String letters(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static void write() throws IOException {
    Random random = new Random(37);
    List<String> staff = new ArrayList<>(List.of("id,entry,desk,wage"));
    List<String> payments = new ArrayList<>(List.of("id,staff,paid,announced,place,amount"));
    for (int i = 0; i < STAFF; i++) {
      LocalDate entry = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1_000));
      String desk = letters(random, 7);
      int wage = 2_000 + random.nextInt(3_000);
      staff.add(i + "," + entry + "," + desk + "," + wage);
      LocalDate day = entry.plusDays(random.nextInt(20));
      for (int k = 2 + random.nextInt(6); k > 0; k--) {
        int percent = 90 + random.nextInt(20);
        payments.add(
            String.format(
                Locale.ROOT,
                "%d,%d,%s,%s,%s,%d.%02d",
                payments.size(),
                i,
                day,
                entry.plusDays(random.nextInt(6)),
                desk,
                wage * percent / 100,
                wage * percent % 100));
        day = day.plusDays(20 + random.nextInt(20));
      }
    }
    Files.write(folder.resolve("staff.csv"), staff);
    Files.write(folder.resolve("payment.csv"), payments);
  }

  @BeforeAll
  static void profile() throws IOException {
    write();
    document = RoundTrip.profile(folder, "profile", DATASET.formatted(folder));
  }

  private static long days(String from, String to) {
    return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void rowsFollowFromTheirParentsAtAnyScale() throws IOException {
    assertThat(document)
        .contains(
            "\"place = >payment.staff.desk\"",
            "\"amount in steps of 0.01 >payment.staff.wage\"",
            "\">payment.staff.entry <= paid\"",
            "\">payment.staff.entry <= announced\"");
    Path output = RoundTrip.synthesize(folder, "data", "scale: 3");
    Map<String, String[]> staff = new HashMap<>();
    CsvRows.of(output.resolve("staff")).forEach(row -> staff.put(row[0], row));
    Map<String, LocalDate> first = new HashMap<>();
    List<String[]> payments = CsvRows.of(output.resolve("payment"));
    for (String[] row : payments) {
      String[] of = staff.get(row[1]);
      assertThat(of).as(row[1]).isNotNull();
      assertThat(row[4]).isEqualTo(of[2]);
      double percent = 100 * Double.parseDouble(row[5]) / Integer.parseInt(of[3]);
      assertThat(percent).isCloseTo(Math.rint(percent), within(1e-6));
      assertThat(Math.rint(percent)).isBetween(90.0, 109.0);
      assertThat(days(of[1], row[3])).isBetween(0L, 5L);
      first.merge(row[1], LocalDate.parse(row[2]), (a, b) -> a.isBefore(b) ? a : b);
    }
    assertThat(payments).hasSizeGreaterThan(5_000);
    double sum = 0;
    for (Map.Entry<String, LocalDate> entry : first.entrySet()) {
      long days = days(staff.get(entry.getKey())[1], entry.getValue().toString());
      assertThat(days).isBetween(0L, 19L);
      sum += days;
    }
    assertThat(sum / first.size()).isCloseTo(9.5, within(0.8));
  }

  @Test
  void whatFollowsFromAParentCanBeDropped() throws IOException {
    String dropped =
        RoundTrip.profile(
            folder,
            "dropped",
            DATASET.formatted(folder)
                + "    constraints: {drop: ['place = `>payment.staff.desk`', '`>payment.staff.entry`"
                + " <= paid']}\n");
    assertThat(dropped).contains("\"#first.paid\"").doesNotContain("place = ", "entry <= paid");
  }
}
