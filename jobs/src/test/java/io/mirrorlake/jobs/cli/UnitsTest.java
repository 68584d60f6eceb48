package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Temperatures in two units, and months by year, month, and both as one number of 11 decimals, one
 * row of ten without: from a file to a profile and to rows.
 */
class UnitsTest {
  private static final int ROWS = 3_000;

  @TempDir private Path folder = Path.of("");

  private static List<String> table() {
    Random random = new Random(31);
    List<String> lines = new ArrayList<>(List.of("celsius,fahrenheit,year,month,date"));
    for (int i = 0; i < ROWS; i++) {
      double celsius = Math.rint(random.nextGaussian() * 80 + 120) / 10;
      int year = 2000 + random.nextInt(6);
      int month = 1 + random.nextInt(12);
      String temperatures =
          i % 10 == 3 ? "," : String.format(Locale.ROOT, "%.1f,%.2f", celsius, celsius * 1.8 + 32);
      lines.add(temperatures + "," + year + "," + month + "," + date(year, month));
    }
    return lines;
  }

  private static String date(int year, int month) {
    return String.format(Locale.ROOT, "%.11f", year + (month - 1) / 12.0);
  }

  @Test
  void bothUnitsAgreeInEveryRow() throws IOException {
    Path source = Files.write(folder.resolve("weather.csv"), table());
    assertThat(RoundTrip.profile(folder, "profile", "source: " + source))
        .contains("\"fahrenheit * 5 = celsius * 9 + 160\"")
        .contains("\"date * 12 = month + year * 12 - 1\"");
    Path output = RoundTrip.synthesize(folder, "data", "rows: " + ROWS);
    int missing = 0;
    for (String[] row : CsvRows.of(output)) {
      String date = date(Integer.parseInt(row[2]), Integer.parseInt(row[3]));
      assertThat(Double.parseDouble(row[4])).isEqualTo(Double.parseDouble(date));
      assertThat(row[1].isEmpty()).isEqualTo(row[0].isEmpty());
      if (row[0].isEmpty()) {
        missing++;
      } else {
        long tenths = Math.round(Double.parseDouble(row[0]) * 10);
        assertThat(Math.round(Double.parseDouble(row[1]) * 100)).isEqualTo(tenths * 18 + 3200);
      }
    }
    assertThat(missing).isBetween(ROWS / 13, ROWS / 8);
  }

  @Test
  void aDeclaredUnitThatDoesNotHoldIsRefused() throws IOException {
    Path source = Files.write(folder.resolve("weather.csv"), table());
    CommandResult.ofSettings(
            folder,
            "profile",
            "source: " + source,
            "constraints: {add: [fahrenheit * 5 = celsius * 9 + 150]}",
            "output: " + folder.resolve("profile"))
        .assertComplaint(
            2,
            "100% of the rows of table 'weather' break the declared constraint 'fahrenheit * 5 = celsius * 9 + 150'",
            "correct the constraint or the data");
  }
}
