package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff and the closure of who is whose superior, through all jobs. */
class ClosureJobsTest {
  private static final int STAFF = 300;

  @TempDir private static Path shared;
  private static Path file;
  private static String profile;

  @TempDir private Path folder;

  /** Each of the staff but the first has a third of its number for a boss; the first has 0. */
  @BeforeAll
  static void profileTheStaff() throws IOException {
    List<String> staff = new ArrayList<>(List.of("id,boss,grade"));
    List<String> pairs = new ArrayList<>(List.of("id,boss,distance"));
    for (int id = 1; id <= STAFF; id++) {
      staff.add(id + "," + (id + 1) / 3 + "," + id % 5);
      int distance = 1;
      for (int boss = id; boss > 0; boss = (boss + 1) / 3) {
        pairs.add(id + "," + boss + "," + distance++);
      }
    }
    Files.write(shared.resolve("staff.csv"), staff);
    Files.write(shared.resolve("pairs.csv"), pairs);
    profile = shared.resolve("profile").toString();
    file =
        Files.writeString(
            shared.resolve("staff.yaml"),
            """
            source: {format: csv}
            tables:
              staff:
                source: {path: %1$s/staff.csv}
                primaryKey: [id]
                references: [{columns: [boss], table: staff}]
              pairs:
                source: {path: %1$s/pairs.csv}
                primaryKey: [id, boss]
                references:
                  - {columns: [id], table: staff}
                  - {columns: [boss], table: staff}
            dependence: independent
            output: %1$s/profile
            """
                .formatted(shared));
    CommandResult.of("profile", "--config", file.toString()).assertDone();
  }

  private static Dataset<Row> table(Path data, String name) {
    return TestSession.spark().read().parquet(data + "/" + name);
  }

  /** All pairs of the synthetic staff, as texts. */
  private static List<String> expected(Dataset<Row> staff) {
    Map<Integer, Integer> bosses = new HashMap<>();
    for (Row row : staff.select("id", "boss").collectAsList()) {
      bosses.put(row.getInt(0), row.isNullAt(1) ? 0 : row.getInt(1));
    }
    List<String> pairs = new ArrayList<>();
    for (int id : bosses.keySet()) {
      int distance = 1;
      for (int boss = id; boss > 0; boss = bosses.get(boss)) {
        pairs.add(id + "," + boss + "," + distance++);
      }
    }
    return pairs;
  }

  private static List<String> texts(Dataset<Row> pairs) {
    return pairs.selectExpr("concat_ws(',', id, boss, distance)").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void theRowsAreTheClosureOfTheSyntheticStaffAtAnyScale() {
    for (String scale : List.of("1", "3")) {
      Path data = folder.resolve("data" + scale);
      CommandResult plan =
          CommandResult.of("plan", "--profile", profile, "--scale", scale, "--seed", "3")
              .assertDone();
      CommandResult.of(
              "synthesize",
              "--profile",
              profile,
              "--seed",
              "3",
              "--scale",
              scale,
              "--format",
              "parquet",
              "--output",
              data.toString())
          .assertDone();

      List<String> pairs = texts(table(data, "pairs"));
      assertThat(pairs)
          .containsExactlyInAnyOrderElementsOf(expected(table(data, "staff")))
          .hasSizeGreaterThan(STAFF);
      assertThat(plan.out())
          .contains("%,d".formatted(pairs.size()))
          .contains(
              "pairs: "
                  + pairs.size()
                  + " rows, one for each pair of a row of 'staff' and one above");
      assertThat(texts(readPairs(scale))).containsExactlyInAnyOrderElementsOf(pairs);
    }
  }

  private static Dataset<Row> readPairs(String scale) {
    return TestSession.spark()
        .read()
        .format("mirrorlake")
        .option("profile", profile)
        .option("seed", 3)
        .option("scale", scale)
        .option("partitions", 5)
        .option("table", "pairs")
        .load();
  }

  @Test
  void theAuditFindsEveryKeyWhole() throws IOException {
    Path data = folder.resolve("data");
    CommandResult.of(
            "synthesize", "--profile", profile, "--format", "parquet", "--output", data.toString())
        .assertDone();
    Path report = folder.resolve("audit");
    CommandResult.of(
        "audit",
        "--dataset",
        file.toString(),
        "--synthetic",
        data.toString(),
        "--output",
        report.toString());

    assertThat(Files.readString(report.resolve("report.json")))
        .containsPattern("\"pairs\\(id, boss\\)\"[^}]*\"violations\"\\s*:\\s*0\\b")
        .containsPattern("\"pairs\\(id\\) -> staff\"[^}]*\"violations\"\\s*:\\s*0\\b")
        .containsPattern("\"pairs\\(boss\\) -> staff\"[^}]*\"violations\"\\s*:\\s*0\\b");
  }

  @Test
  void whatWasLearnedIsTold() {
    CommandResult shown = CommandResult.of("show", profile).assertDone();

    assertThat(shown.out())
        .contains("closure: each of its rows, with all rows above it and itself")
        .contains("closure: each row above that of pairs.id")
        .contains("steps between the pair's rows, from 1")
        .contains("the table is the closure of staff.boss");
  }

  @Test
  void itsSizeFollowsTheStaffs() {
    Path output = folder.resolve("none");
    CommandResult.of(
            "synthesize", "--profile", profile, "--rows", "pairs=100", "--output", "" + output)
        .assertComplaint(
            2,
            "rows are asked for of table 'pairs', which has one for each pair of a row of 'staff' and"
                + " one above it",
            "ask for rows of 'staff'");
    assertThat(output).doesNotExist();
    CommandResult plan =
        CommandResult.of("plan", "--profile", profile, "--rows", "staff=1000").assertDone();
    // Each of them is its own pair, and all but the roots have a superior.
    assertThat(plan.out()).contains("pairs: ");
    assertThat(rowsOf(plan, "pairs: ")).isGreaterThan(1900);
  }

  /** The number after these words. */
  private static long rowsOf(CommandResult plan, String words) {
    int from = plan.out().indexOf(words) + words.length();
    return Long.parseLong(plan.out().substring(from, plan.out().indexOf(' ', from)));
  }
}
