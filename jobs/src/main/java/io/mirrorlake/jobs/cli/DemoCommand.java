package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.demo.Demo;
import io.mirrorlake.jobs.demo.DemoSubject;
import io.mirrorlake.jobs.run.JobContext;
import io.mirrorlake.jobs.run.Progress;
import io.mirrorlake.jobs.session.JobSession;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Runs the demo. */
final class DemoCommand implements Callable<Integer> {
  private static final String OUTPUT = "--output";
  private static final String SCALE = "--scale";

  /** A million databases: more would be a slip of the hand. */
  private static final double MAXIMUM_SCALE = 1e6;

  private final Mirrorlake.Console console;
  private final CommandSpec spec;

  DemoCommand(Mirrorlake.Console console) {
    this.console = console;
    this.spec = CommandSpec.wrapWithoutInspection(this).name("demo").mixinStandardHelpOptions(true);
    spec.versionProvider(new Versions());
    spec.usageMessage()
        .description(
            "Takes a retail database through all jobs; needs nothing prepared.",
            "SUBJECT is 'database' (all of its tables with their keys, into Delta tables, every key audited),"
                + " or 'customers' (one table, judged against rows held out, beside a Gaussian copula).");
    spec.parser().caseInsensitiveEnumValuesAllowed(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("SUBJECT")
            .type(DemoSubject.class)
            .defaultValue("database")
            .description("What to show: database or customers. Default: database.")
            .build());
    spec.addOption(
        OptionSpec.builder(SCALE)
            .paramLabel("FACTOR")
            .type(double.class)
            .defaultValue("1")
            .description("How many times the usual volume is made. Default: 1.")
            .build());
    spec.addOption(
        OptionSpec.builder(OUTPUT)
            .paramLabel("DIRECTORY")
            .type(String.class)
            .defaultValue("out/demo")
            .description(
                "Where the profile, the rows and the report go; replaced if they exist. Default: out/demo.")
            .build());
    spec.addOption(Complaints.stackTraceOption());
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    DemoSubject subject = spec.positionalParameters().get(0).getValue();
    String output = spec.findOption(OUTPUT).getValue();
    double scale = spec.findOption(SCALE).<Double>getValue();
    if (!(scale > 0 && scale <= MAXIMUM_SCALE)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the option " + SCALE + " is " + scale,
          "give a number above 0 and up to " + (long) MAXIMUM_SCALE);
    }
    Progress progress = Progress.to(console.err());
    try (JobSession session = JobSession.open("mirrorlake demo", Map.of())) {
      return Demo.of(
              subject, output, scale, new JobContext(session.spark(), console.out(), progress))
          .run()
          .code();
    }
  }
}
