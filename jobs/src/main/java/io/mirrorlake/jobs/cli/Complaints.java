package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.profiler.schema.UserException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How failures are told: a person gets a few lines that say what to do, a defect gets its stack
 * trace.
 */
final class Complaints {
  private static final String STACK_TRACE = "--stacktrace";

  private Complaints() {}

  /** The option that shows the stack trace of a user's failure too. */
  static OptionSpec stackTraceOption() {
    return OptionSpec.builder(STACK_TRACE)
        .type(boolean.class)
        .description("Shows where in the program a failure arose.")
        .build();
  }

  /** A command line that cannot be understood. */
  static int usage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    print(
        command,
        Objects.requireNonNullElse(failure.getMessage(), ""),
        nearest(failure).orElse("see " + name(command) + " --help"));
    return ExitCode.CONFIGURATION.code();
  }

  private static Optional<String> nearest(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    String unknown = unmatched.getUnmatched().get(0).replaceFirst("=.*$", "");
    CommandLine command = failure.getCommandLine();
    Stream<String> known =
        unknown.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet().stream()
            : command.getSubcommands().keySet().stream();
    return Keys.nearest(unknown, known)
        .map(name -> "did you mean '" + name + "'? See " + name(command) + " --help");
  }

  /** A command that failed. */
  static int execution(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (!(failure instanceof UserException user)) {
      failure.printStackTrace(err);
      print(
          command, "this is a defect in Mirrorlake: " + failure, "report it with the lines above");
      return ExitCode.DEFECT.code();
    }
    if (wantsTrace(parsed)) {
      failure.printStackTrace(err);
    }
    print(command, user.problem(), user.cure());
    return ExitCode.of(user.kind()).code();
  }

  private static boolean wantsTrace(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption(STACK_TRACE);
  }

  private static void print(CommandLine command, String problem, String cure) {
    PrintWriter err = command.getErr();
    err.println(name(command) + ": " + problem);
    err.println("  cure: " + cure);
    err.flush();
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }
}
