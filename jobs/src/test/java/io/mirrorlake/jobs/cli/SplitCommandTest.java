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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol from the command line: split, and judge with what no profile saw. */
class SplitCommandTest {
  @TempDir private Path folder;

  private String table() throws IOException {
    return Customers.write(folder.resolve("customers.csv"), 1, 1500).toString();
  }

  private CommandResult split(String... more) throws IOException {
    String output = folder.resolve("parts").toString();
    List<String> arguments =
        new ArrayList<>(
            List.of("split", "--source", table(), "--privacy-unit", "id", "--output", output));
    arguments.addAll(List.of(more));
    return CommandResult.of(arguments.toArray(String[]::new));
  }

  private Dataset<Row> part(String name) {
    return TestSession.spark().read().parquet(folder.resolve("parts").resolve(name).toString());
  }

  @Test
  void thePartsServeAnEvaluationWithAReference() throws IOException {
    CommandResult done = split().assertDone();
    assertThat(done.out()).containsPattern("train +\\d+ rows of +\\d+ units").contains("reference");
    Dataset<Row> train = part("train");
    assertThat(train.count() + part("holdout").count() + part("reference").count()).isEqualTo(1500);
    assertThat(train.join(part("holdout"), "id").count()).isZero();
    assertThat(train.schema().simpleString()).startsWith("struct<id:int,age:int,schooling:string");

    String parts = folder.resolve("parts").toString();
    Path synthetic = Customers.write(folder.resolve("synthetic.csv"), 5001, 600);
    CommandResult judged =
        CommandResult.of(
            "evaluate",
            "--train",
            parts + "/train",
            "--holdout",
            parts + "/holdout",
            "--reference",
            parts + "/reference",
            "--synthetic",
            synthetic.toString(),
            "--exclude",
            "id,note",
            "--set",
            "privacy.probes=200",
            "--output",
            folder.resolve("report").toString());
    assertThat(judged.err()).contains("rows of reference");
    assertThat(judged.out()).doesNotContain("Membership inference without a reference");
    assertThat(Files.readString(folder.resolve("report/report.json")))
        .contains("\"membershipAuc\"")
        .doesNotContain("half of the holdout served as one");
  }

  @Test
  void thePartsCanBeDeltaTablesOfOtherShares() throws IOException {
    split(
            "--format",
            "delta",
            "--reference-share",
            "0",
            "--train-share",
            "0.8",
            "--holdout-share",
            "0.2")
        .assertDone();
    long train = TestSession.spark().read().format("delta").load(folder + "/parts/train").count();
    assertThat(train).isBetween(1100L, 1300L);
    assertThat(folder.resolve("parts/reference")).doesNotExist();
  }

  @Test
  void mistakesAreToldBeforeAnythingIsWritten() throws IOException {
    split("--train-share", "0.9")
        .assertComplaint(
            2,
            "the keys below 'shares' add up to 1.5",
            "write shares that add up to 1, or to less where rows are to be left out");
    split("--holdout-share", "0")
        .assertComplaint(
            2,
            "the keys 'shares.train' and 'shares.holdout' are 0.4 and 0.0",
            "write numbers above 0; without a holdout there is nothing to split");
    CommandResult.of(
            "split", "--source", table(), "--privacy-unit", "di", "--output", folder + "/parts")
        .assertComplaint(
            2,
            "the key 'privacyUnit' names the column 'di', which the table has not",
            "did you mean 'id'?");
    split("--mode", "append")
        .assertComplaint(
            2, "the mode 'append' needs a table with transactions", "write the format delta");
    split("--mode", "append", "--format", "delta")
        .assertComplaint(
            2,
            "the key 'mode' is 'append', but a split cannot be appended to",
            "write errorIfExists or overwrite");
    assertThat(folder.resolve("parts")).doesNotExist();
  }

  @Test
  void aPartThatWouldBeEmptyIsAMistake() throws IOException {
    String two = Files.writeString(folder.resolve("two.csv"), "id,x\na,1\na,2\n").toString();
    CommandResult.of(
            "split", "--source", two, "--privacy-unit", "id", "--output", folder + "/parts")
        .assertComplaint(
            3,
            "the part '",
            "give the part a larger share, name a privacy unit with more values, or take another"
                + " seed");
    assertThat(folder.resolve("parts")).isEmptyDirectory();
  }
}
