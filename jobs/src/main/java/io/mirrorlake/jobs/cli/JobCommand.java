package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.configuration.AuditConfiguration;
import io.mirrorlake.jobs.configuration.ConfigurationFile;
import io.mirrorlake.jobs.configuration.ConfigurationReader;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Adjustment;
import io.mirrorlake.jobs.configuration.ConfigurationReader.Settings;
import io.mirrorlake.jobs.configuration.DatasetConfiguration;
import io.mirrorlake.jobs.configuration.DiscoverConfiguration;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.JobConfiguration;
import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.PlanConfiguration;
import io.mirrorlake.jobs.configuration.ProfileConfiguration;
import io.mirrorlake.jobs.configuration.SplitConfiguration;
import io.mirrorlake.jobs.configuration.SynthesizeConfiguration;
import io.mirrorlake.jobs.discover.DiscoverRun;
import io.mirrorlake.jobs.run.AuditRun;
import io.mirrorlake.jobs.run.DatasetProfileRun;
import io.mirrorlake.jobs.run.EvaluateRun;
import io.mirrorlake.jobs.run.Job;
import io.mirrorlake.jobs.run.JobContext;
import io.mirrorlake.jobs.run.PlanRun;
import io.mirrorlake.jobs.run.ProfileRun;
import io.mirrorlake.jobs.run.Progress;
import io.mirrorlake.jobs.run.SplitRun;
import io.mirrorlake.jobs.run.SynthesizeRun;
import io.mirrorlake.jobs.session.JobSession;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A subcommand that runs a job; its options are the keys of the job's configuration that have one.
 */
final class JobCommand<C extends Record & JobConfiguration> implements Callable<Integer> {
  private static final String CONFIG = "--config";
  private static final String SET = "--set";

  private final String name;
  private final Class<C> type;
  private final Job<C> job;
  private final Mirrorlake.Console console;
  private final CommandSpec spec;
  private final List<Variant<?>> variants = new ArrayList<>();

  /**
   * What the command does instead where the configuration file has a certain key.
   *
   * @param key the key
   * @param type the configuration that it belongs to
   * @param job what to do with it
   */
  private record Variant<D extends Record & JobConfiguration>(
      String key, Class<D> type, Job<D> job) {}

  private JobCommand(
      String name, String description, Class<C> type, Job<C> job, Mirrorlake.Console console) {
    this.name = name;
    this.type = type;
    this.job = job;
    this.console = console;
    this.spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
    spec.versionProvider(new Versions());
    spec.usageMessage().description(description);
    common().forEach(spec::addOption);
    Keys.of(type).stream()
        .filter(key -> !key.setting().option().isEmpty())
        .forEach(key -> spec.addOption(option(key)));
  }

  /** The jobs. */
  static List<JobCommand<?>> all(Mirrorlake.Console console) {
    return Stream.concat(makers(console), judges(console)).toList();
  }

  private static Stream<JobCommand<?>> makers(Mirrorlake.Console console) {
    return Stream.of(
        new JobCommand<>(
            "split",
            "Splits a real table by privacy unit into train, holdout and reference, before it is profiled.",
            SplitConfiguration.class,
            new SplitRun(),
            console),
        new JobCommand<>(
                "profile",
                "Learns a profile from a real table, or from all tables of a configuration file with 'tables'.",
                ProfileConfiguration.class,
                new ProfileRun(),
                console)
            .or(DatasetConfiguration.TABLES, DatasetConfiguration.class, new DatasetProfileRun()),
        new JobCommand<>(
            "discover",
            "Finds the keys of tables, and proposes the configuration that profiles them together.",
            DiscoverConfiguration.class,
            new DiscoverRun(),
            console),
        new JobCommand<>(
            "synthesize",
            "Writes synthetic rows from a profile.",
            SynthesizeConfiguration.class,
            new SynthesizeRun(),
            console),
        new JobCommand<>(
            "plan",
            "Tells what synthesize would write: tables, sizes, keys, and what is approximated.",
            PlanConfiguration.class,
            new PlanRun(),
            console));
  }

  private static Stream<JobCommand<?>> judges(Mirrorlake.Console console) {
    return Stream.of(
        new JobCommand<>(
            "evaluate",
            "Measures synthetic rows against real ones that the profile never saw; exit code 10 if they fail.",
            EvaluateConfiguration.class,
            new EvaluateRun(),
            console),
        new JobCommand<>(
            "audit",
            "Measures synthetic tables that belong together against real ones: every key, and how rows follow the rows they refer to; exit code 10 if they fail.",
            AuditConfiguration.class,
            new AuditRun(),
            console));
  }

  private <D extends Record & JobConfiguration> JobCommand<C> or(
      String key, Class<D> other, Job<D> instead) {
    variants.add(new Variant<>(key, other, instead));
    return this;
  }

  String name() {
    return name;
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    ConfigurationReader reader = ConfigurationReader.of(console.environment());
    Settings file = file(reader);
    for (Variant<?> variant : variants) {
      if (file.has(variant.key)) {
        return run(variant, reader, file);
      }
    }
    return run(new Variant<>("", type, job), reader, file);
  }

  private <D extends Record & JobConfiguration> Integer run(
      Variant<D> variant, ConfigurationReader reader, Settings file) {
    D configuration = reader.read(variant.type, file, adjustments(variant));
    Progress progress = Progress.to(console.err());
    try (JobSession session = JobSession.open("mirrorlake " + name, configuration.spark())) {
      return variant
          .job
          .run(configuration, new JobContext(session.spark(), console.out(), progress))
          .code();
    }
  }

  private Settings file(ConfigurationReader reader) {
    String path = spec.findOption(CONFIG).getValue();
    return path == null ? Settings.none() : reader.file(ConfigurationFile.read(path), path);
  }

  /** First {@code --set}, then the named options, so that these win. */
  private List<Adjustment> adjustments(Variant<?> variant) {
    List<Adjustment> adjustments = new ArrayList<>();
    String[] settings = spec.findOption(SET).getValue();
    if (settings != null) {
      List.of(settings).forEach(text -> adjustments.add(Adjustment.ofText(text)));
    }
    List<String> known = Keys.of(variant.type).stream().map(key -> key.setting().option()).toList();
    for (Keys.Key key : Keys.of(type)) {
      String option = key.setting().option();
      String value = option.isEmpty() ? null : spec.findOption(option).getValue();
      if (value != null) {
        requireKnown(option, known, variant.key);
        adjustments.add(new Adjustment(key.path(), value, option));
      }
    }
    return adjustments;
  }

  private static void requireKnown(String option, List<String> known, String key) {
    if (!known.contains(option)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the option "
              + option
              + " is for a single table, but the configuration file has '"
              + key
              + "'",
          "write it below the table it belongs to, in the file");
    }
  }

  private static List<OptionSpec> common() {
    return List.of(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(String.class)
            .description("A YAML file with the job's settings; the options below overrule it.")
            .build(),
        OptionSpec.builder(SET)
            .paramLabel("KEY=VALUE")
            .type(String[].class)
            .description(
                "Sets any key of the configuration, such as source.csv.separator=';'. Repeatable.")
            .build(),
        Complaints.stackTraceOption());
  }

  private static OptionSpec option(Keys.Key key) {
    String fallback = key.setting().fallback();
    String description =
        key.setting().value() + (fallback.isEmpty() ? "" : " Default: " + fallback + ".");
    return OptionSpec.builder(key.setting().option())
        .paramLabel(key.setting().option().substring(2).toUpperCase(Locale.ROOT))
        .type(String.class)
        // Not a format string.
        .description(description.replace("%", "%%"))
        .build();
  }
}
