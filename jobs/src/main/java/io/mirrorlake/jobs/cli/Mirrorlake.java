package io.mirrorlake.jobs.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** The command {@code mirrorlake}. */
public final class Mirrorlake {
  /**
   * Wide enough for the longest option beside its description, and narrow enough for a terminal.
   */
  private static final int HELP_COLUMNS = 110;

  private Mirrorlake() {}

  /** Runs a command, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command with the process's console and environment. */
  public static int run(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(new Console(out, err, System.getenv()), arguments);
  }

  /**
   * Where a command prints and what it knows of its environment.
   *
   * @param out for results
   * @param err for progress and complaints
   * @param environment the environment variables
   */
  public record Console(PrintWriter out, PrintWriter err, Map<String, String> environment) {}

  /** Runs a command, and returns its exit code; it never ends the process. */
  public static int run(Console console, String... arguments) {
    CommandLine commands = new CommandLine(new RootCommand(console).spec());
    commands
        .setOut(console.out())
        .setErr(console.err())
        .setParameterExceptionHandler(Complaints::usage)
        .setExecutionExceptionHandler(Complaints::execution)
        .setUsageHelpWidth(HELP_COLUMNS);
    int code = commands.execute(arguments);
    console.out().flush();
    console.err().flush();
    return code;
  }
}
