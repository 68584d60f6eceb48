package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.CsvRows;
import io.mirrorlake.jobs.Customers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting {@code where} of the synthesize job, from the file to the rows. */
class ConditionedRowsTest {
  @TempDir private Path folder;

  @Test
  void rowsKeepTheConditionsOfTheJob() throws IOException {
    Path train = Customers.write(folder.resolve("train.csv"), 1, 500);
    String profile = folder.resolve("profile").toString();
    CommandResult.of("profile", "--source", train.toString(), "--output", profile).assertDone();
    Path output = folder.resolve("data");

    synthesize(profile, output, "{income: {high: 0.5, low: 0.5}, age: {from: 30, below: 40}}")
        .assertDone();
    List<String[]> rows = CsvRows.of(output);
    assertThat(rows).hasSize(400).allMatch(row -> row[1].startsWith("3") && row[1].length() == 2);
    assertThat(rows.stream().filter(row -> row[4].equals("high")).count()).isBetween(197L, 203L);

    synthesize(profile, folder.resolve("none"), "{income: {null: true}}")
        .assertComplaint(2, "where: train.income has no nulls", "ask for a value");
    synthesize(profile, folder.resolve("none"), "{income: hihg}")
        .assertComplaint(
            2, "where: train.income has no category 'hihg' in the profile", "did you mean 'high'?");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private CommandResult synthesize(String profile, Path output, String where) throws IOException {
    String settings =
        String.join(
            "\n",
            "profile: " + profile,
            "rows: 400",
            "where: " + where,
            "output: {path: " + output + ", format: csv}");
    Path file = Files.writeString(folder.resolve("job.yaml"), settings);
    return CommandResult.of("synthesize", "--config", file.toString());
  }
}
