package io.mirrorlake.jobs.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code mirrorlake} itself: without a subcommand, it prints its help. */
final class RootCommand implements Runnable {
  private static final String DESCRIPTION =
      "Learns a profile from real tables, and synthesizes any volume of new ones from it, on Apache Spark.";

  private static final String[] EXIT_CODES = {
    "",
    "Exit codes: 0 done; 1 a defect in Mirrorlake; 2 command line or configuration; 3 source data; 4 profile;",
    "5 output; 6 environment, such as a database out of reach; 10 the evaluation's verdict is FAIL."
  };

  private final CommandSpec spec;

  RootCommand(Mirrorlake.Console console) {
    this.spec =
        CommandSpec.wrapWithoutInspection(this).name("mirrorlake").mixinStandardHelpOptions(true);
    spec.versionProvider(new Versions());
    spec.usageMessage().description(DESCRIPTION).footer(EXIT_CODES);
    for (JobCommand<?> job : JobCommand.all(console)) {
      spec.addSubcommand(job.name(), job.spec());
    }
    spec.addSubcommand("demo", new DemoCommand(console).spec());
    spec.addSubcommand("show", new ShowCommand().spec());
    spec.addSubcommand("bench", new BenchCommand(console).spec());
    spec.addSubcommand(
        "generate-completion", CommandSpec.forAnnotatedObject(new GenerateCompletion()));
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
