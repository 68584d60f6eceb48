package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.demo.Demo;
import io.mirrorlake.jobs.run.JobContext;
import io.mirrorlake.jobs.run.Progress;
import io.mirrorlake.jobs.session.JobSession;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Runs the demo. */
final class DemoCommand implements Callable<Integer> {
  private static final String OUTPUT = "--output";

  private final Mirrorlake.Console console;
  private final CommandSpec spec;

  DemoCommand(Mirrorlake.Console console) {
    this.console = console;
    this.spec = CommandSpec.wrapWithoutInspection(this).name("demo").mixinStandardHelpOptions(true);
    spec.versionProvider(new Versions());
    spec.usageMessage()
        .description(
            "Profiles, synthesizes and evaluates the customers of a retail database; needs nothing prepared.");
    spec.addOption(
        OptionSpec.builder(OUTPUT)
            .paramLabel("DIRECTORY")
            .type(String.class)
            .defaultValue("out/demo")
            .description(
                "Where the profile, the customers and the report go; replaced if they exist. Default: out/demo.")
            .build());
    spec.addOption(Complaints.stackTraceOption());
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    String output = spec.findOption(OUTPUT).getValue();
    Progress progress = Progress.to(console.err());
    try (JobSession session = JobSession.open("mirrorlake demo", Map.of())) {
      return Demo.of(output, new JobContext(session.spark(), console.out(), progress)).run().code();
    }
  }
}
