package io.mirrorlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.CommandResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir private Path folder;

  @Test
  void withoutACommandTheHelpIsShown() {
    CommandResult result = CommandResult.of().assertDone();
    assertThat(result.out())
        .contains(
            "profile",
            "synthesize",
            "evaluate",
            "show",
            "demo",
            "generate-completion",
            "Exit codes: 0 done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "synthesize", "evaluate", "show", "demo"})
  void everyCommandHasHelpAndAVersion(String command) {
    assertThat(CommandResult.of(command, "--help").assertDone().out())
        .startsWith("Usage: mirrorlake " + command);
    assertThat(CommandResult.of(command, "--version").assertDone().out())
        .contains("mirrorlake ", "Spark 4.", "Java ");
  }

  @Test
  void completionsAreGenerated() {
    assertThat(CommandResult.of("generate-completion").assertDone().out())
        .contains("mirrorlake", "--primary-key");
  }

  @Test
  void anUnknownOptionIsToldWithTheNearestOne() {
    CommandResult.of("profile", "--sorce", "a.csv")
        .assertComplaint(
            2,
            "Unknown options: '--sorce', 'a.csv'",
            "did you mean '--source'? See mirrorlake profile --help");
    CommandResult.of("synthesise")
        .assertComplaint(
            2,
            "Unmatched argument at index 0: 'synthesise'",
            "did you mean 'synthesize'? See mirrorlake --help");
    CommandResult.of("show")
        .assertComplaint(2, "Missing required parameter: 'PROFILE'", "see mirrorlake show --help");
  }

  @Test
  void aMissingOptionIsTold() {
    CommandResult.of("synthesize", "--profile", "p")
        .assertComplaint(
            2,
            "command line: the key 'output.path' is missing",
            "give --output, or write 'output.path'");
  }

  @Test
  void aConfigurationFileMustExist() {
    Path missing = folder.resolve("job.yaml");
    CommandResult.of("profile", "--config", missing.toString())
        .assertComplaint(
            2, "the configuration file " + missing + " cannot be read: ", "check the path");
  }

  @Test
  void theStackTraceIsShownOnRequest() {
    CommandResult result =
        CommandResult.of("profile", "--output", "o", "--set", "rows", "--stacktrace");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("\tat io.mirrorlake.");
  }
}
