package io.mirrorlake.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.launcher.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts {@code ./mirrorlake} with the jar just built, in a folder with a blank in its name. */
final class LauncherIT {
  private static final Path SCRIPT = Path.of(System.getProperty("mirrorlake.home"), "mirrorlake");

  @TempDir private Path folder;

  @Test
  void findsTheEmbeddedSpark() throws Exception {
    Outcome outcome = run("--version");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output()).startsWith("mirrorlake ").contains("Spark 4.1.");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void endsWithTheExitCodeOfTheCommand() throws Exception {
    Outcome outcome = run("show", "no such folder");

    assertThat(outcome.errors())
        .contains("there is no profile at no such folder")
        .doesNotContain("\tat ");
    assertThat(outcome.exitCode()).isEqualTo(4);
  }

  private Outcome run(String... arguments) throws Exception {
    Path caller = Files.createDirectories(folder.resolve("some where"));
    Map<String, String> environment =
        Map.of(
            "PATH", "/usr/bin:/bin",
            "JAVA_HOME", System.getProperty("java.home"),
            "MIRRORLAKE_NO_BUILD", "1");
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return new Shell(caller, environment).run(command);
  }
}
