package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.EffectiveConfiguration;
import io.mirrorlake.jobs.configuration.Locations;
import io.mirrorlake.jobs.configuration.ProfileConfiguration;
import io.mirrorlake.jobs.sink.OutputContent;
import io.mirrorlake.jobs.sink.OutputDirectory;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import io.mirrorlake.profiler.fit.ProfileOptions;
import io.mirrorlake.profiler.profile.Disclosure;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.profiler.profile.Provenance;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.spark.TableProfiler;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Learns the profile of a table. */
public final class ProfileRun implements Job<ProfileConfiguration> {
  @Override
  public ExitCode run(ProfileConfiguration configuration, JobContext context) {
    try (OutputDirectory output =
        OutputDirectory.prepare(
            configuration.output(),
            configuration.mode(),
            OutputContent.PROFILE,
            context.spark().sparkContext().hadoopConfiguration())) {
      context.progress().accept("opening " + Locations.shown(configuration.source().path()));
      SourceTable source = SourceTables.of(context.spark()).open(configuration.source());
      Profile profile =
          SourceFailures.explained(List.of(source), () -> profile(configuration, source, context));
      output.write(ProfileStore.DOCUMENT, ProfileJson.write(profile));
      output.commit();
    }
    context.progress().accept("wrote the profile to " + configuration.output());
    return ExitCode.OK;
  }

  private static Profile profile(
      ProfileConfiguration configuration, SourceTable source, JobContext context) {
    String name = configuration.table().orElse(source.name());
    ProfileOptions options = ProfileRules.options(configuration, source);
    TableProfile table =
        TableProfiler.of(options)
            .profile(source.rows(), name, source.description(), context.progress());
    Disclosure disclosure =
        new Disclosure(
            configuration.disclosure().minimumUnits(),
            configuration.privacyUnit().orElse(Disclosure.ROW));
    return new Profile(
        provenance(EffectiveConfiguration.digest(configuration), context),
        disclosure,
        List.of(table));
  }

  static Provenance provenance(String digest, JobContext context) {
    return new Provenance(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Release.version(),
        context.spark().version(),
        Runtime.version().toString(),
        digest);
  }
}
