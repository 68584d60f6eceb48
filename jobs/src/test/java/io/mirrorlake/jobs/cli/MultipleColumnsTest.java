package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sales with a cost of 30 to 50 % of each, whole percentages that rise with the kind, and a tax of
 * 19 %: from a file to a profile and to rows. One sale of ten has no cost yet.
 */
class MultipleColumnsTest {
  private static final int REAL_ROWS = 4_000;
  private static final int ROWS = 8_000;

  @TempDir private static Path folder = Path.of("");

  private static String document = "";

  private static List<String> table() {
    Random random = new Random(23);
    List<String> lines = new ArrayList<>(List.of("kind,sales,cost,tax"));
    for (int i = 0; i < REAL_ROWS; i++) {
      int kind = random.nextInt(2);
      BigDecimal sales = BigDecimal.valueOf(500 + random.nextInt(60_000), 2);
      BigDecimal percent = BigDecimal.valueOf(30 + 11L * kind + random.nextInt(10), 2);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s",
              kind == 0 ? "cheap" : "dear",
              sales,
              i % 10 == 3 ? "" : sales.multiply(percent),
              tax(sales)));
    }
    return lines;
  }

  private static BigDecimal tax(BigDecimal sales) {
    return sales.multiply(BigDecimal.valueOf(19, 2)).setScale(2, RoundingMode.HALF_EVEN);
  }

  @BeforeAll
  static void profile() throws IOException {
    Path source = Files.write(folder.resolve("sales.csv"), table());
    document = RoundTrip.profile(folder, "profile", "source: " + source);
  }

  @Test
  void percentagesAreKeptInEveryRowAndFollowOtherColumns() throws IOException {
    assertThat(document)
        .contains("\"cost in steps of 0.01 sales\"", "\"tax in steps of 0.01 sales\"")
        .contains("\"cost / sales\"");
    Path output = RoundTrip.synthesize(folder, "data", "rows: " + ROWS);
    int missing = 0;
    int strays = 0;
    Set<BigDecimal> seen = new HashSet<>();
    for (String[] row : CsvRows.of(output)) {
      BigDecimal sales = new BigDecimal(row[1]);
      // Half a cent is rounded as binary numbers have it: up or down.
      assertThat(Double.parseDouble(row[3])).isCloseTo(0.19 * sales.doubleValue(), within(0.00501));
      if (row[2].isEmpty()) {
        missing++;
        continue;
      }
      // The division is exact: no row is between two percentages.
      BigDecimal percent = new BigDecimal(row[2]).divide(sales, 2, RoundingMode.UNNECESSARY);
      boolean low = percent.movePointRight(2).intValueExact() < 40;
      strays += low == row[0].equals("cheap") ? 0 : 1;
      seen.add(percent);
    }
    assertThat(missing).isCloseTo(ROWS / 10, within(ROWS / 50));
    assertThat(strays).isLessThan(ROWS / 50);
    assertThat(seen).hasSize(20);
  }

  @Test
  void aMultipleTakesNoConditionAndCanBeDropped() throws IOException {
    CommandResult.ofSettings(
            folder,
            "synthesize",
            "profile: " + folder.resolve("profile"),
            "rows: 10",
            "where: {cost: 5}",
            "output: {path: " + folder.resolve("none") + ", format: csv}")
        .assertComplaint(
            2,
            "where: sales.cost cannot have a condition: it is calculated, by the constraint 'cost in steps of 0.01 sales'",
            "put the condition on sales, or make the profile without that constraint");
    String other =
        RoundTrip.profile(
            folder,
            "other",
            "source: " + folder.resolve("sales.csv"),
            "constraints: {drop: [cost in steps of 0.01 sales]}");
    assertThat(other).doesNotContain("cost in steps").contains("\"tax in steps of 0.01 sales\"");
  }
}
