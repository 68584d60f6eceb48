package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.Customers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can do wrong, each with its message and its exit code. */
class BadInputTest {
  @TempDir private static Path shared;
  private static String profile;

  @TempDir private Path folder;
  private String output;

  @BeforeAll
  static void makeAProfile() throws IOException {
    Path train = Customers.write(shared.resolve("train.csv"), 1, 500);
    profile = shared.resolve("profile").toString();
    CommandResult.of("profile", "--source", train.toString(), "--output", profile).assertDone();
  }

  @BeforeEach
  void nameTheOutput() {
    output = folder.resolve("output").toString();
  }

  private CommandResult profile(Object source, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("profile", "--source", source.toString(), "--output", output));
    arguments.addAll(List.of(options));
    return CommandResult.of(arguments.toArray(String[]::new));
  }

  private Path csv(String... lines) throws IOException {
    return Files.write(folder.resolve("table.csv"), List.of(lines));
  }

  /** Customers with one more column. */
  private Path customersWith(String column, String value) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Customers.lines(1, 200)) {
      lines.add(line + "," + (lines.isEmpty() ? column : value));
    }
    return Files.write(folder.resolve("table.csv"), lines);
  }

  private void assertNothingWritten() {
    assertThat(Path.of(output)).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.staging");
  }

  @Test
  void aMissingSource() {
    Path missing = folder.resolve("missing.csv");
    profile(missing)
        .assertComplaint(3, "there is no file or directory " + missing, "check the path");
    assertNothingWritten();
  }

  @Test
  void aColumnThatIsNot() throws IOException {
    Path file = Customers.write(folder.resolve("table.csv"), 1, 100);
    profile(file, "--primary-key", "idd")
        .assertComplaint(
            2,
            "the key 'primaryKey' names the column 'idd', which the table has not",
            "did you mean 'id'?");
    profile(file, "--exclude", "shcooling")
        .assertComplaint(
            2,
            "the key 'exclude' names the column 'shcooling', which the table has not",
            "did you mean 'schooling'?");
    profile(file, "--privacy-unit", "household")
        .assertComplaint(
            2,
            "the key 'privacyUnit' names the column 'household', which the table has not",
            "its columns are id, age, schooling, hours, income, note");
    assertNothingWritten();
  }

  @Test
  void malformedYaml() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"), "source: a.csv\noutput: [out\nmode: overwrite");
    CommandResult.of("profile", "--config", file.toString())
        .assertComplaint(
            2, file + ", line 3, column 5: not readable as YAML: ", "check the indentation");
  }

  @Test
  void valuesThatAreNotOfTheirType() throws IOException {
    Path file =
        csv(
            Stream.concat(Customers.lines(1, 100).stream(), Stream.of("101,old,basic,40,low,x"))
                .toArray(String[]::new));
    profile(file, "--set", "source.csv.headRecords=50")
        .assertComplaint(
            3,
            file + ": column 'age' is int, but 1 row has text in it",
            "mend the values, or declare the types");
    assertNothingWritten();
  }

  @Test
  void anEmptyTable() throws IOException {
    profile(csv("id,age"))
        .assertComplaint(
            3, "table 'table' has no rows: there is nothing to learn", "check the path");
    profile(Files.createFile(folder.resolve("none.csv")))
        .assertComplaint(3, "the source file:", "check what writes it");
    assertNothingWritten();
  }

  @Test
  void fewerRowsThanThePrivacyRuleNeeds() throws IOException {
    profile(Customers.write(folder.resolve("table.csv"), 1, 5))
        .assertComplaint(
            3,
            "table 'table' has 5 rows, fewer than the 15 that k = 10 needs",
            "profile more rows");
  }

  @Test
  void repeatedKeys() throws IOException {
    List<String> lines = new ArrayList<>(Customers.lines(1, 100));
    lines.add(lines.get(1));
    profile(csv(lines.toArray(String[]::new)), "--primary-key", "id")
        .assertComplaint(
            3,
            "the primary key table.id is not unique: 1 of its values occur more than once",
            "remove the duplicate rows");
    assertNothingWritten();
  }

  @Test
  void aColumnOfNullsIsLearnedAsSuch() throws IOException {
    profile(customersWith("nothing", "")).assertDone();
    CommandResult.of(
            "synthesize",
            "--profile",
            output,
            "--rows",
            "20",
            "--output",
            folder.resolve("data").toString())
        .assertDone();
    assertThat(CommandResult.of("show", output).assertDone().out())
        .containsPattern("nothing\\s+string\\s+100\\.0%");
  }

  @Test
  void notANumberIsAValueOfItsOwn() throws IOException {
    profile(customersWith("ratio", "NaN")).assertDone();
    assertThat(CommandResult.of("show", output).assertDone().out())
        .containsPattern("ratio\\s+double\\s+0\\.0%\\s+number\\s+NaN");
  }

  @Test
  void anUnreachableDatabase() {
    profile("jdbc:hsqldb:hsql://127.0.0.1:1/shop", "--set", "source.table=customer")
        .assertComplaint(
            6,
            "the database jdbc:hsqldb:hsql://127.0.0.1:1/shop cannot be reached: ",
            "check the URL, the network");
    profile("jdbc:oracle:thin:@host", "--set", "source.table=customer")
        .assertComplaint(
            6,
            "no driver on the class path accepts jdbc:oracle:thin:@host",
            "add the driver's jar");
    assertNothingWritten();
  }

  @Test
  void profilesThatAreNone() throws IOException {
    Path missing = folder.resolve("nowhere");
    synthesize(missing.toString())
        .assertComplaint(4, "there is no profile at " + missing, "check the path, or make one");
    CommandResult.of("show", missing.toString())
        .assertComplaint(4, "there is no profile at " + missing, "check the path");
    Path broken =
        Files.writeString(
            folder.resolve("broken.json"),
            Files.readString(Path.of(profile, "profile.json")).substring(0, 500));
    CommandResult result = synthesize(broken.toString());
    assertThat(result.err())
        .contains("profile " + broken + " is not valid JSON at line ")
        .doesNotContain("\tat ");
    assertThat(result.code()).isEqualTo(4);
    assertNothingWritten();
  }

  private CommandResult synthesize(String from, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("synthesize", "--profile", from, "--rows", "20", "--output", output));
    arguments.addAll(List.of(options));
    return CommandResult.of(arguments.toArray(String[]::new));
  }

  @Test
  void aTableThatTheProfileHasNot() {
    synthesize(profile, "--table", "orders")
        .assertComplaint(4, "the profile has no table 'orders'", "name one of its tables: train");
    assertNothingWritten();
  }

  @Test
  void anExistingOutputStaysAsItIs() throws IOException {
    synthesize(profile, "--format", "csv").assertDone();
    List<String> before = files();
    synthesize(profile, "--format", "csv")
        .assertComplaint(
            5,
            "the output " + output + " already exists",
            "choose another --output, or replace it with --mode overwrite");
    assertThat(files()).isEqualTo(before);
    profile(shared.resolve("train.csv"), "--mode", "overwrite")
        .assertComplaint(
            5,
            "the output "
                + output
                + " is not replaced, because it holds something else than a profile",
            "choose another");
    assertThat(files()).isEqualTo(before);
    synthesize(profile, "--format", "csv", "--mode", "overwrite").assertDone();
    assertThat(files()).isNotEqualTo(before);
  }

  @Test
  void aFailedRunKeepsTheOldProfile() throws IOException {
    Path good = Customers.write(folder.resolve("good.csv"), 1, 100);
    profile(good).assertDone();
    String before = Files.readString(Path.of(output, "profile.json"));
    profile(csv("id,age"), "--mode", "overwrite")
        .assertComplaint(3, "table 'table' has no rows", "check the path");
    assertThat(Path.of(output, "profile.json")).hasContent(before);
    assertThat(folder).isDirectoryNotContaining("glob:**.staging");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.list(Path.of(output))) {
      return paths.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void tablesThatHaveDrifted() throws IOException {
    Path train = shared.resolve("train.csv");
    Path drifted = csv("id,age,schooling,hours,note", "1,30,basic,40,x");
    CommandResult.of(
            "evaluate",
            "--train",
            train.toString(),
            "--holdout",
            train.toString(),
            "--synthetic",
            drifted.toString(),
            "--output",
            output)
        .assertComplaint(
            3,
            "the synthetic table at file:" + drifted + " lacks the columns 'income'",
            "give tables with the columns of train: id, age, schooling, hours, income, note");
    assertNothingWritten();
  }

  @Test
  void aTargetThatIsNot() {
    String train = shared.resolve("train.csv").toString();
    CommandResult.of(
            "evaluate",
            "--train",
            train,
            "--holdout",
            train,
            "--synthetic",
            train,
            "--target",
            "incom",
            "--output",
            output)
        .assertComplaint(
            2,
            "the key 'target' names the column 'incom', which the table has not",
            "did you mean 'income'?");
  }

  @Test
  void secretsStayOutOfTheProfile() throws IOException {
    Path file = Customers.write(folder.resolve("table.csv"), 1, 100);
    CommandResult result =
        CommandResult.of(
            Map.of("SECRET", "swordfish"),
            "profile",
            "--source",
            file.toString(),
            "--output",
            output,
            "--set",
            "disclosure.secret=${SECRET}");
    result.assertDone();
    assertThat(Files.readString(Path.of(output, "profile.json"))).doesNotContain("swordfish");
    assertThat(result.out() + result.err()).doesNotContain("swordfish");
  }
}
