package io.mirrorlake.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorlake.jobs.configuration.OutputMode;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void nameTheTarget() {
    target = folder.resolve("profile");
  }

  private OutputDirectory prepare(OutputMode mode) {
    return OutputDirectory.prepare(
        target.toString(), mode, OutputContent.PROFILE, new Configuration());
  }

  private void writeOld() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("profile.json"), "old");
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingIsThereBeforeTheCommit() throws IOException {
    try (OutputDirectory output = prepare(OutputMode.ERROR_IF_EXISTS)) {
      output.write("profile.json", "new");
      assertThat(target).doesNotExist();
      output.commit();
    }
    assertThat(target.resolve("profile.json")).hasContent("new");
    assertThat(siblings()).containsExactly("profile");
    assertThat(target.resolve(".profile.json.crc"))
        .as("an edited document must stay readable")
        .doesNotExist();
  }

  @Test
  void aRunThatFailsLeavesTheOldOutputAndNothingElse() throws IOException {
    writeOld();
    assertThatThrownBy(
            () -> {
              try (OutputDirectory output = prepare(OutputMode.OVERWRITE)) {
                output.write("profile.json", "half");
                throw new IllegalStateException("the job failed");
              }
            })
        .hasMessage("the job failed");
    assertThat(target.resolve("profile.json")).hasContent("old");
    assertThat(siblings()).containsExactly("profile");
  }

  @Test
  void overwritingReplacesTheWholeDirectory() throws IOException {
    writeOld();
    Files.writeString(target.resolve("arrays.parquet"), "old arrays");
    try (OutputDirectory output = prepare(OutputMode.OVERWRITE)) {
      output.write("profile.json", "new");
      output.commit();
    }
    assertThat(target.resolve("profile.json")).hasContent("new");
    assertThat(target.resolve("arrays.parquet")).doesNotExist();
    assertThat(siblings()).containsExactly("profile");
  }

  @Test
  void anExistingOutputIsRefused() throws IOException {
    writeOld();
    assertRefused(
        OutputMode.ERROR_IF_EXISTS,
        "the output " + target + " already exists",
        "choose another --output, or replace it with --mode overwrite");
  }

  @Test
  void aDirectoryOfOtherThingsIsNeverReplaced() throws IOException {
    writeOld();
    Files.writeString(target.resolve("thesis.tex"), "years of work");
    assertRefused(
        OutputMode.OVERWRITE,
        "the output " + target + " is not replaced, because it holds something else than a profile",
        "choose another --output, or remove it yourself");
    assertThat(target.resolve("thesis.tex")).hasContent("years of work");
  }

  @Test
  void hiddenFilesOfOthersAreOtherThingsToo() throws IOException {
    Files.createDirectories(target.resolve(".git"));
    assertRefused(
        OutputMode.OVERWRITE,
        "the output " + target + " is not replaced, because it holds something else than a profile",
        "choose another --output, or remove it yourself");
  }

  @Test
  void whatAnotherJobWroteMeanwhileStays() throws IOException {
    try (OutputDirectory output = prepare(OutputMode.APPEND)) {
      output.write("profile.json", "slow");
      Files.createDirectories(target);
      Files.writeString(target.resolve("profile.json"), "fast");
      assertThatThrownBy(output::commit)
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith("the output " + target + " already exists");
    }
    assertThat(target.resolve("profile.json")).hasContent("fast");
    assertThat(siblings()).containsExactly("profile");
  }

  @Test
  void aFileInTheWayIsNeverReplaced() throws IOException {
    Files.writeString(target, "a file");
    assertRefused(
        OutputMode.OVERWRITE,
        "the output " + target + " is not replaced, because it holds something else than a profile",
        "choose another --output, or remove it yourself");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    target = file.resolve("profile");
    assertThatThrownBy(() -> prepare(OutputMode.ERROR_IF_EXISTS))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.OUTPUT);
              assertThat(e.problem()).startsWith("the output " + target + " cannot be written: ");
              assertThat(e.cure())
                  .isEqualTo(
                      "check that the directory exists or can be made, that you may write there, and that there is space");
            });
  }

  @Test
  void theOldOutputComesBackAfterAKillBetweenTheTwoMoves() throws IOException {
    Path replaced = Files.createDirectories(folder.resolve(".profile.mirrorlake-1.replaced"));
    Files.writeString(replaced.resolve("profile.json"), "old");
    assertRefused(
        OutputMode.ERROR_IF_EXISTS,
        "the output " + target + " already exists",
        "choose another --output, or replace it with --mode overwrite");
    assertThat(target.resolve("profile.json")).hasContent("old");
  }

  @Test
  void whatAKilledRunLeftIsRemovedOnceItIsOld() throws IOException {
    Path old = Files.createDirectories(folder.resolve(".profile.mirrorlake-1.staging"));
    Path young = Files.createDirectories(folder.resolve(".profile.mirrorlake-2.staging"));
    Path foreign = Files.createDirectories(folder.resolve(".other.mirrorlake-3.staging"));
    FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(old, twoDaysAgo);
    Files.setLastModifiedTime(foreign, twoDaysAgo);
    prepare(OutputMode.ERROR_IF_EXISTS).close();
    assertThat(old).doesNotExist();
    assertThat(young).as("another run may be at work").exists();
    assertThat(foreign).exists();
  }

  private void assertRefused(OutputMode mode, String problem, String cure) {
    assertThatThrownBy(() -> prepare(mode))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.OUTPUT);
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.cure()).isEqualTo(cure);
            });
  }
}
