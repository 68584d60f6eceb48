package io.mirrorlake.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.jobs.Customers;
import io.mirrorlake.jobs.TestSession;
import io.mirrorlake.jobs.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application jar's three jobs under spark-submit, on a cluster of two worker processes. */
class StandaloneClusterIT {
  private static final Path JAR = Path.of(System.getProperty("mirrorlake.application.jar"));
  private static final Path LAUNCHER =
      Path.of(System.getProperty("mirrorlake.home"), "jobs", "target", "launcher");

  /** More than one block of rows for each worker. */
  private static final String ROWS = "20000";

  @TempDir private static Path folder;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    cluster = StandaloneCluster.start(folder, LAUNCHER);
    Customers.write(folder.resolve("train.csv"), 1, 1500);
    Customers.write(folder.resolve("holdout.csv"), 5001, 1200);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theThreeJobsRunOnWorkersAndGiveTheRowsOfLocalMode()
      throws IOException, InterruptedException {
    assertDone(
        submit(
            "ProfileJob",
            "--source",
            path("train.csv"),
            "--primary-key",
            "id",
            "--output",
            path("profile")),
        0);
    String[] synthesize = {
      "--profile", path("profile"), "--rows", ROWS, "--seed", "7", "--partitions", "4"
    };
    assertDone(submit("SynthesizeJob", join(synthesize, "--output", path("data"))), 0);
    for (int worker = 0; worker < 2; worker++) {
      assertThat(applications(worker)).as("jobs that worker %s took part in", worker).isEqualTo(2);
    }

    CommandResult.of(join(new String[] {"synthesize"}, join(synthesize, "--output", path("local"))))
        .assertDone();
    assertThat(rows("data")).hasSize(Integer.parseInt(ROWS)).isEqualTo(rows("local"));

    assertEvaluated();
    StandaloneCluster.Submission refused =
        submit("SynthesizeJob", join(synthesize, "--output", path("data")));
    assertDone(refused, ExitCode.OUTPUT.code());
    assertThat(refused.output()).contains("the output " + path("data") + " already exists");
  }

  /** Whether so few rows are good enough is not what this is about. */
  private static void assertEvaluated() throws IOException, InterruptedException {
    String[] tables = {
      "--train", path("train.csv"), "--holdout", path("holdout.csv"), "--synthetic", path("data")
    };
    StandaloneCluster.Submission evaluation =
        submit(
            "EvaluateJob",
            join(
                join(tables, "--exclude", "id,note", "--target", "income"),
                "--set",
                "sampleRows=1000",
                "--output",
                path("report")));
    assertThat(evaluation.code())
        .as(evaluation.output())
        .isIn(ExitCode.OK.code(), ExitCode.VERDICT_FAIL.code());
    assertThat(folder.resolve("report/report.html")).exists();
  }

  private static StandaloneCluster.Submission submit(String job, String... arguments)
      throws IOException, InterruptedException {
    return cluster.submit(JAR, "io.mirrorlake.jobs." + job, arguments);
  }

  private static void assertDone(StandaloneCluster.Submission submission, int code) {
    assertThat(submission.code()).as(submission.output()).isEqualTo(code);
  }

  private static String[] join(String[] first, String... second) {
    return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
  }

  private static long applications(int worker) throws IOException {
    try (Stream<Path> applications = Files.list(cluster.workDirectory(worker))) {
      return applications.filter(path -> path.getFileName().toString().startsWith("app-")).count();
    }
  }

  private static List<String> rows(String name) {
    return TestSession.spark().read().parquet(path(name)).sort("id").collectAsList().stream()
        .map(Object::toString)
        .toList();
  }
}
