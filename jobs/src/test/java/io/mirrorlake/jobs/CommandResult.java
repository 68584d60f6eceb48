package io.mirrorlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.jobs.cli.Mirrorlake;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command did: its exit code, and what it printed. */
public record CommandResult(int code, String out, String err) {
  /** Runs a command in this process, on the tests' session. */
  public static CommandResult of(String... arguments) {
    return of(Map.of(), arguments);
  }

  public static CommandResult of(Map<String, String> environment, String... arguments) {
    TestSession.spark();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mirrorlake.run(
            new Mirrorlake.Console(new PrintWriter(out), new PrintWriter(err), environment),
            arguments);
    return new CommandResult(code, out.toString(), err.toString());
  }

  /** The result of a job whose configuration is these lines, kept in the folder. */
  public static CommandResult ofSettings(Path folder, String job, String... settings)
      throws IOException {
    Path file = Files.write(folder.resolve(job + ".yaml"), List.of(settings));
    return of(job, "--config", file.toString());
  }

  public CommandResult assertDone() {
    assertThat(code).as(err).isZero();
    return this;
  }

  /** Asserts the exit code, and a message of two lines without a stack trace. */
  public void assertComplaint(int expected, String problem, String cure) {
    assertThat(err).contains(": " + problem).contains("\n  cure: " + cure).doesNotContain("\tat ");
    assertThat(code).isEqualTo(expected);
  }
}
