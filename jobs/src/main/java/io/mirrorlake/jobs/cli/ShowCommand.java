package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.ProfileStore;
import io.mirrorlake.jobs.show.ProfilePage;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a profile; needs no Spark session, and is quick. */
final class ShowCommand implements Callable<Integer> {
  private static final String JSON = "--json";

  private final CommandSpec spec;

  ShowCommand() {
    this.spec = CommandSpec.wrapWithoutInspection(this).name("show").mixinStandardHelpOptions(true);
    spec.versionProvider(new Versions());
    spec.usageMessage().description("Prints what a profile holds.");
    spec.addOption(
        OptionSpec.builder(JSON)
            .type(boolean.class)
            .description("Prints the document itself.")
            .build());
    spec.addOption(Complaints.stackTraceOption());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PROFILE")
            .type(String.class)
            .required(true)
            .description("The profile: its directory, or the file in it.")
            .build());
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String path = spec.positionalParameters().get(0).getValue();
    Profile profile = ProfileStore.read(path, new Configuration());
    if (Boolean.TRUE.equals(spec.findOption(JSON).getValue())) {
      out.println(ProfileJson.write(profile).stripTrailing());
    } else {
      ProfilePage.lines(profile).forEach(out::println);
    }
    return ExitCode.OK.code();
  }
}
