package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.run.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code mirrorlake}. */
public final class Mirrorlake {
  /** Wide enough for the longest option beside its description, and narrow enough for a terminal. */
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
    CommandLine commands = new CommandLine(root(console));
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

  private static CommandSpec root(Console console) {
    CommandSpec root = CommandSpec.forAnnotatedObject(new Root());
    for (JobCommand<?> job : JobCommand.all(console)) {
      root.addSubcommand(job.name(), job.spec());
    }
    root.addSubcommand("show", CommandSpec.forAnnotatedObject(new ShowCommand()));
    root.addSubcommand("generate-completion", CommandSpec.forAnnotatedObject(new GenerateCompletion()));
    return root;
  }

  /** Without a subcommand, the help is shown. */
  @Command(
      name = "mirrorlake",
      mixinStandardHelpOptions = true,
      versionProvider = Versions.class,
      description = "Learns a profile from real tables, and synthesizes any volume of new ones from it, on Apache Spark.",
      footer = {
        "",
        "Exit codes: 0 done; 1 a defect in Mirrorlake; 2 command line or configuration; 3 source data; 4 profile;",
        "5 output; 6 environment, such as a database out of reach; 10 the evaluation's verdict is FAIL."
      })
  private static final class Root implements Runnable {
    @CommandLine.Spec private CommandSpec spec;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
