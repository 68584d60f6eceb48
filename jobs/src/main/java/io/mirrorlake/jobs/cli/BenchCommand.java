package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.bench.BenchRun;
import io.mirrorlake.jobs.bench.BenchSettings;
import io.mirrorlake.jobs.bench.TemporaryDirectory;
import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.Progress;
import io.mirrorlake.jobs.session.JobSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Measures how fast rows of a profile are made on this machine. */
final class BenchCommand implements Callable<Integer> {
  private static final String PROFILE = "--profile";
  private static final String TABLE = "--table";
  private static final String ROWS = "--rows";
  private static final String REPEATS = "--repeats";
  private static final String WORK = "--work";

  /** Long enough a step, with some 15 columns, for the start of a Spark job not to count. */
  private static final String DEFAULT_ROWS = "2000000";

  private static final String DEFAULT_REPEATS = "5";

  /** A constant, so that two runs do the same work. */
  private static final long SEED = 1;

  private final Mirrorlake.Console console;
  private final CommandSpec spec;

  BenchCommand(Mirrorlake.Console console) {
    this.console = console;
    this.spec =
        CommandSpec.wrapWithoutInspection(this).name("bench").mixinStandardHelpOptions(true);
    spec.versionProvider(new Versions());
    spec.usageMessage()
        .description(
            "Measures how fast rows of a profile are made and written, against copying the same rows.");
    spec.addOption(
        text(PROFILE, "The profile: its directory, or the file in it.").required(true).build());
    spec.addOption(text(TABLE, "The table, where the profile has several.").build());
    spec.addOption(
        number(ROWS, long.class, "How many rows each step makes.", DEFAULT_ROWS).build());
    spec.addOption(
        number(REPEATS, int.class, "How often each step is timed.", DEFAULT_REPEATS).build());
    spec.addOption(
        text(WORK, "Where to write, and to remove it again. Default: the system's.").build());
    spec.addOption(Complaints.stackTraceOption());
  }

  private static OptionSpec.Builder text(String name, String description) {
    return OptionSpec.builder(name).type(String.class).description(description);
  }

  private static OptionSpec.Builder number(
      String name, Class<?> type, String description, String fallback) {
    return OptionSpec.builder(name)
        .type(type)
        .defaultValue(fallback)
        .description(description + " Default: " + fallback + ".");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    String profile = spec.findOption(PROFILE).getValue();
    Optional<String> table = Optional.ofNullable(spec.findOption(TABLE).getValue());
    long rows = spec.findOption(ROWS).<Long>getValue();
    int repeats = spec.findOption(REPEATS).<Integer>getValue();
    BenchSettings settings = new BenchSettings(profile, table, rows, SEED, repeats);
    Optional<String> work = Optional.ofNullable(spec.findOption(WORK).getValue());
    String parent = work.orElseGet(() -> System.getProperty("java.io.tmpdir"));
    Progress progress = Progress.to(console.err());
    try (JobSession session = JobSession.open("mirrorlake bench", Map.of());
        TemporaryDirectory directory = TemporaryDirectory.inside(parent)) {
      String place = directory.path().toUri().toString();
      BenchRun.of(session.spark(), settings, place, progress)
          .lines()
          .forEach(console.out()::println);
    }
    return ExitCode.OK.code();
  }
}
