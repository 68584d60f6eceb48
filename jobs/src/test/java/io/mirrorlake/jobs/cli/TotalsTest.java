package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import io.mirrorlake.jobs.TestSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five answers from 0 to 4 of people who agree more or less, with their total, and how each spends
 * a hundred per cent of the day on three things: from a file to a profile and to rows.
 */
class TotalsTest {
  private static final int ROWS = 4_000;
  private static final int ITEMS = 5;

  @TempDir private static Path folder = Path.of("");

  private static String document = "";

  private static List<String> table() {
    Random random = new Random(37);
    List<String> lines = new ArrayList<>(List.of("q1,q2,q3,q4,q5,total,work,sleep,play"));
    for (int i = 0; i < ROWS; i++) {
      double level = random.nextGaussian();
      StringBuilder line = new StringBuilder();
      int total = 0;
      for (int item = 0; item < ITEMS; item++) {
        int answer =
            (int) Math.max(0, Math.min(4, Math.rint(2 + level + random.nextGaussian() / 2)));
        line.append(answer).append(',');
        total += answer;
      }
      int work = 250 + random.nextInt(200);
      int sleep = 250 + random.nextInt(150);
      line.append(total);
      for (int tenths : new int[] {work, sleep, 1000 - work - sleep}) {
        line.append(String.format(Locale.ROOT, ",%.1f", tenths / 10.0));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  @BeforeAll
  static void profile() throws IOException {
    Path source = Files.write(folder.resolve("days.csv"), table());
    document = RoundTrip.profile(folder, "profile", "source: " + source);
  }

  @Test
  void everyRowKeepsItsTotals() throws IOException {
    assertThat(document)
        .contains("\"total = q1 + q2 + q3 + q4 + q5\"", "\"total drawn\"")
        .contains(" + 100\"", "\"play drawn\"");
    Path output = RoundTrip.synthesize(folder, "data", "rows: " + ROWS);
    double mean = 0;
    double square = 0;
    for (String[] row : CsvRows.of(output)) {
      int total = 0;
      for (int item = 0; item < ITEMS; item++) {
        total += Integer.parseInt(row[item]);
      }
      assertThat(Integer.parseInt(row[ITEMS])).isEqualTo(total);
      mean += total / (double) ROWS;
      square += (double) total * total / ROWS;
      BigDecimal day = BigDecimal.ZERO;
      for (int part = ITEMS + 1; part < row.length; part++) {
        assertThat(Double.parseDouble(row[part])).isBetween(10.0, 55.0);
        day = day.add(new BigDecimal(row[part]).setScale(1));
      }
      assertThat(day).isEqualByComparingTo("100");
    }
    // Answers of one person agree: those drawn one by one would have a deviation of 2.5.
    assertThat(mean).isCloseTo(10, within(0.3));
    assertThat(Math.sqrt(square - mean * mean)).isCloseTo(5, within(0.4));
  }

  @Test
  void someColumnsAreWhatTheyAreAmongAll() {
    Dataset<Row> all =
        TestSession.spark()
            .read()
            .format("mirrorlake")
            .option("profile", folder.resolve("profile").toString())
            .option("rows", 500)
            .option("seed", 3)
            .load();
    assertThat(all.select("total").collectAsList())
        .isEqualTo(all.collectAsList().stream().map(row -> only(row, "total")).toList());
    assertThat(all.select("sleep").collectAsList())
        .isEqualTo(all.collectAsList().stream().map(row -> only(row, "sleep")).toList());
  }

  private static Row only(Row row, String column) {
    Object value = row.getAs(column);
    return RowFactory.create(value);
  }
}
