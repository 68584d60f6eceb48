package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bills of which private customers pay three of four in full and firms one of four, or else a tenth
 * to a fifth of them; one bill of eight is not written, and not paid: from a file to a profile and
 * to rows.
 */
class EqualInPartTest {
  private static final int REAL_ROWS = 4_000;
  private static final int ROWS = 8_000;

  @TempDir private static Path folder = Path.of("");

  private static String document = "";

  private static List<String> table() {
    Random random = new Random(29);
    List<String> lines = new ArrayList<>(List.of("kind,bill,paid"));
    for (int i = 0; i < REAL_ROWS; i++) {
      boolean firm = random.nextBoolean();
      int bill = 1_000 + random.nextInt(90_000);
      boolean full = random.nextInt(4) < (firm ? 1 : 3);
      int paid = full ? bill : bill / (5 + random.nextInt(6));
      lines.add((firm ? "firm," : "private,") + (i % 8 == 3 ? "," : bill + "," + paid));
    }
    return lines;
  }

  @BeforeAll
  static void profile() throws IOException {
    Path source = Files.write(folder.resolve("bills.csv"), table());
    document = RoundTrip.profile(folder, "profile", "source: " + source);
  }

  @Test
  void asManyBillsArePaidInFullAndByTheSameCustomers() throws IOException {
    assertThat(document)
        .contains("\"paid = bill in part\"", "\"paid unless bill\"", "\"coalesce\"")
        .contains("\"paid <= bill\"", "null exactly when");
    Path output = RoundTrip.synthesize(folder, "data", "rows: " + ROWS);
    int[] rows = new int[2];
    int[] full = new int[2];
    for (String[] row : CsvRows.of(output)) {
      int firm = row[0].equals("firm") ? 1 : 0;
      assertThat(row[2].isEmpty()).isEqualTo(row[1].isEmpty());
      if (!row[1].isEmpty()) {
        assertThat(Integer.parseInt(row[2])).isLessThanOrEqualTo(Integer.parseInt(row[1]));
        rows[firm]++;
        full[firm] += row[1].equals(row[2]) ? 1 : 0;
      }
    }
    assertThat(full[0] / (double) rows[0]).isCloseTo(0.75, within(0.04));
    assertThat(full[1] / (double) rows[1]).isCloseTo(0.25, within(0.04));
  }

  @Test
  void itTakesNoConditionButThatOfAValueAndCanBeDropped() throws IOException {
    CommandResult.ofSettings(
            folder,
            "synthesize",
            "profile: " + folder.resolve("profile"),
            "rows: 10",
            "where: {paid: 5000}",
            "output: {path: " + folder.resolve("none") + ", format: csv}")
        .assertComplaint(
            2,
            "where: bills.paid cannot have a condition: it is calculated, by the constraint 'paid = bill in part'",
            "put the condition on bill, or make the profile without that constraint");
    Path present =
        RoundTrip.synthesize(folder, "present", "rows: 2000", "where: {paid: {'null': false}}");
    int full = 0;
    for (String[] row : CsvRows.of(present)) {
      assertThat(row[2]).isNotEmpty();
      full += row[1].equals(row[2]) ? 1 : 0;
    }
    assertThat(full).isBetween(900, 1100);
    String other =
        RoundTrip.profile(
            folder,
            "other",
            "source: " + folder.resolve("bills.csv"),
            "constraints: {drop: [paid = bill in part, paid <= bill]}");
    assertThat(other).doesNotContain(" in part");
  }
}
