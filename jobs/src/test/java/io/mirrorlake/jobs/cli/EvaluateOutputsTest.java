package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.Customers;
import io.mirrorlake.jobs.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation leaves behind, and what it says of an earlier one. */
class EvaluateOutputsTest {
  @TempDir static Path folder;

  private static String train;
  private static String holdout;

  @BeforeAll
  static void writeTables() throws IOException {
    train = Customers.write(folder.resolve("train.csv"), 1, 300).toString();
    holdout = Customers.write(folder.resolve("holdout.csv"), 1001, 300).toString();
  }

  private static CommandResult evaluate(Path synthetic, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "--train", train, "--synthetic", synthetic.toString()));
    arguments.addAll(List.of("--exclude", "id,note", "--set", "privacy.probes=100"));
    arguments.addAll(List.of("--output", folder.resolve(output).toString()));
    arguments.addAll(List.of(more));
    return CommandResult.of(arguments.toArray(String[]::new));
  }

  /** Rows whose hours are always the same. */
  private static Path collapsed() throws IOException {
    List<String> lines = new ArrayList<>(Customers.lines(3001, 300));
    lines.replaceAll(
        line -> line.startsWith("id") ? line : line.replaceAll(",[0-9]*,(high|low)", ",20,$1"));
    return Files.write(folder.resolve("collapsed.csv"), lines);
  }

  @Test
  void aSecondEvaluationIsComparedWithTheFirstAndBothAreInTheTable() throws IOException {
    Path good = Customers.write(folder.resolve("good.csv"), 2001, 300);
    String metrics = folder.resolve("metrics").toString();
    CommandResult first =
        evaluate(good, "first", "--holdout", holdout, "--metrics-table", metrics).assertDone();
    assertThat(first.out()).contains("verdict: PASS").doesNotContain("compared with");
    assertThat(Files.readString(folder.resolve("first/junit.xml")))
        .contains("failures=\"0\"", "name=\"columnError\"");

    Path baseline = folder.resolve("first");
    CommandResult second =
        evaluate(
            collapsed(),
            "second",
            "--holdout",
            holdout,
            "--metrics-table",
            metrics,
            "--baseline",
            baseline.toString(),
            "--set",
            "output.baseline.failOnWorse=true",
            "--compare",
            good.toString());
    assertThat(second.code()).isEqualTo(10);
    assertThat(second.out())
        .contains("compared with " + baseline + ": ")
        .contains("  worse: Column error: ")
        .contains("compared with compared rows: ");
    assertThat(Files.readString(folder.resolve("second/report.html")))
        .contains("href=\"#compared\"", "▼ worse");

    Dataset<Row> table = TestSession.spark().read().format("delta").load(metrics);
    assertThat(table.select("run").distinct().count()).isEqualTo(2);
    assertThat(table.where("metric = 'columnError'").select("verdict").collectAsList())
        .hasSize(2)
        .anySatisfy(row -> assertThat(row.getString(0)).isEqualTo("pass"));
    assertThat(table.where("score is null and verdict is not null").count()).isZero();
    assertThat(table.where("train like '%train.csv' and seed = 1").count())
        .isEqualTo(table.count());
  }

  @Test
  void withoutAHoldoutTheNoteIsLoud() throws IOException {
    Path good = Customers.write(folder.resolve("more.csv"), 5001, 300);
    CommandResult result = evaluate(good, "split");
    assertThat(result.out())
        .contains("note: There was no holdout: train was split in two halves")
        .doesNotContain("memorisation alarm from Nearest");
  }

  @Test
  void aBaselineThatIsNotThereStopsBeforeAnyWork() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    evaluate(Path.of(train), "third", "--baseline", "nowhere.json")
        .assertComplaint(
            2,
            "there is no report at nowhere.json, which the key 'output.baseline.report' names",
            "give the report.json of an earlier evaluation, or its directory");
    evaluate(Path.of(train), "third", "--baseline", other.toString())
        .assertComplaint(
            2,
            "the baseline " + other + " is no report of an evaluation: it has no metrics",
            "give the report.json that an earlier 'mirrorlake evaluate' wrote");
    assertThat(folder.resolve("third")).doesNotExist();
  }
}
