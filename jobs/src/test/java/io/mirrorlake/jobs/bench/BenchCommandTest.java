package io.mirrorlake.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import io.mirrorlake.profiler.copula.IndependentCopula;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.profile.ColumnProfile.Keyed;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.SourceDescription;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bench prints and leaves behind; how fast anything is, is no matter of a test. */
class BenchCommandTest {
  @TempDir private Path directory;

  private String profile() throws IOException {
    TableProfile table =
        new TableProfile(
            "t",
            new SourceDescription("none", "made by hand", Optional.empty()),
            100,
            List.of(
                new Keyed(
                    new Column("id", ColumnType.of(Kind.INT), false), new Key.Sequence(1, 1))),
            new IndependentCopula(),
            List.of());
    Profile profile =
        new Profile(
            new Provenance(Instant.EPOCH, "test", "4.1.0", "17", "0".repeat(64)),
            new Disclosure(10, Disclosure.ROW),
            List.of(table));
    Path file = directory.resolve("profile.json");
    Files.writeString(file, ProfileJson.write(profile));
    return file.toString();
  }

  @Test
  void printsEveryStepAndLeavesNothingBehind() throws IOException {
    Path work = directory.resolve("work");
    CommandResult result =
        CommandResult.of(
            "bench",
            "--profile",
            profile(),
            "--rows",
            "5000",
            "--repeats",
            "1",
            "--work",
            work.toString());
    assertThat(result.assertDone().out())
        .contains(
            "kernel, one core", "data source to noop", "copy to parquet", "synthesize to parquet")
        .contains("copy to delta", "synthesize to delta", "times the copy");
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void refusesNumbersBelowOne() throws IOException {
    CommandResult result = CommandResult.of("bench", "--profile", profile(), "--rows", "0");
    result.assertComplaint(2, "the option --rows is 0", "give a number of 1 or more");
  }

  @Test
  void saysThatTheProfileIsMissing() {
    String missing = directory.resolve("missing").toString();
    CommandResult result =
        CommandResult.of(
            "bench", "--profile", missing, "--work", directory.resolve("w").toString());
    result.assertComplaint(
        4,
        "there is no profile at " + missing,
        "check the path, or make one with 'mirrorlake profile'");
    assertThat(directory.resolve("w")).isEmptyDirectory();
  }
}
