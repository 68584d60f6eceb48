package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Statements of accounts, one a month but for one month in ten: on the last day, or on the first at
 * midnight. From files to a profile and to rows.
 */
class MonthlyDatesTest {
  private static final int ACCOUNTS = 300;

  @TempDir private Path folder = Path.of("");

  private void write(boolean end) throws IOException {
    Random random = new Random(41);
    List<String> accounts = new ArrayList<>(List.of("id,kind"));
    List<String> statements = new ArrayList<>(List.of("account,day,balance"));
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts.add(i + "," + random.nextInt(3));
      YearMonth month = YearMonth.of(2020, 1).plusMonths(random.nextInt(20));
      for (int k = 3 + random.nextInt(9); k > 0; k--) {
        String day = end ? month.atEndOfMonth().toString() : month.atDay(1) + " 00:00:00";
        statements.add(i + "," + day + "," + random.nextInt(5_000));
        month = month.plusMonths(random.nextInt(10) == 0 ? 2 : 1);
      }
    }
    Files.write(folder.resolve("account.csv"), accounts);
    Files.write(folder.resolve("statement.csv"), statements);
  }

  private String dataset(boolean key) {
    return """
        tables:
          account: {source: %1$s/account.csv, primaryKey: [id]}
          statement:
            source: %1$s/statement.csv
            references: [{columns: [account], table: account}]
        """
            .formatted(folder)
        + (key ? "    primaryKey: [account, day]\n" : "    orderBy: day\n");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false", "false,true"})
  void statementsComeAtTheEndsOrStartsOfMonths(boolean end, boolean key) throws IOException {
    write(end);
    assertThat(RoundTrip.profile(folder, "profile", dataset(key)))
        .contains(end ? "\"unit\": \"monthEnd\"" : "\"unit\": \"monthStart\"");
    Path output = RoundTrip.synthesize(folder, "data");
    List<String[]> rows = CsvRows.of(output.resolve("statement"));
    Map<String, YearMonth> before = new HashMap<>();
    int next = 0;
    int others = 0;
    for (String[] row : rows) {
      YearMonth month = YearMonth.parse(row[1].substring(0, 7));
      String day = end ? month.atEndOfMonth().toString() : month.atDay(1) + " 00:00:00";
      assertThat(row[1]).isEqualTo(day);
      YearMonth previous = before.put(row[0], month);
      if (previous != null) {
        long gap = ChronoUnit.MONTHS.between(previous, month);
        assertThat(gap).isBetween(1L, 2L);
        next += gap == 1 ? 1 : 0;
        others++;
      }
    }
    assertThat(rows).hasSizeGreaterThan(1_500);
    assertThat((double) next / others).isCloseTo(0.9, within(0.04));
  }

  private String profileWithOthers(int others) throws IOException {
    write(true);
    Path source = folder.resolve("statement.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(source));
    for (int i = 0; i < others; i++) {
      lines.add(i + ",2024-02-12,10");
    }
    Files.write(source, lines);
    return RoundTrip.profile(folder, "profile", dataset(false));
  }

  /** That one account has a statement in the middle of a month is not told, those of 30 are. */
  @Test
  void oneAccountDecidesNothing() throws IOException {
    assertThat(profileWithOthers(1)).contains("\"unit\": \"monthEnd\"");
  }

  @Test
  void otherDaysOfManyAccountsMakeStepsDays() throws IOException {
    assertThat(profileWithOthers(30)).contains("\"evolution\"").doesNotContain("\"unit\"");
  }
}
