package io.mirrorlake.jobs.cli;

import io.mirrorlake.jobs.run.ExitCode;
import io.mirrorlake.jobs.run.ProfileStore;
import io.mirrorlake.jobs.show.ProfilePage;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a profile; needs no Spark session, and is quick. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = "Prints what a profile holds.")
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PROFILE", description = "The profile: its directory, or the file in it.")
  private String profile;

  @Option(names = "--json", description = "Prints the document itself.")
  private boolean json;

  @Option(names = Complaints.STACK_TRACE, description = "Shows where in the program a failure arose.")
  private boolean stackTrace;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Profile read = ProfileStore.read(profile, new Configuration());
    if (json) {
      out.println(ProfileJson.write(read).stripTrailing());
    } else {
      ProfilePage.lines(read).forEach(out::println);
    }
    return ExitCode.OK.code();
  }
}
