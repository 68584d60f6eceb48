package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.PlanConfiguration;
import io.mirrorlake.jobs.show.PlanPage;
import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.dataset.DatasetPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a synthesis will write, before anything is written. */
public final class PlanRun implements Job<PlanConfiguration> {
  @Override
  public ExitCode run(PlanConfiguration configuration, JobContext context) {
    Profile profile =
        ProfileStore.read(
            configuration.profile(), context.spark().sparkContext().hadoopConfiguration());
    List<String> names = profile.tables().stream().map(TableProfile::name).toList();
    DatasetSynthesis.requireTables("tables", configuration.tables(), names);
    DatasetPlan plan =
        DatasetPlan.of(
            profile,
            configuration.seed(),
            DatasetSynthesis.size(configuration.scale().orElse(1.0), configuration.rows(), names));
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : plan.tables()) {
      if (configuration.tables().isEmpty() || configuration.tables().contains(table)) {
        rows.put(table, plan.rows(table));
      }
    }
    plan.requireKeys(rows.keySet());
    int cores = context.spark().sparkContext().defaultParallelism();
    PlanPage.lines(profile, rows, plan.approximations(), cores).forEach(context.out()::println);
    context.out().flush();
    return ExitCode.OK;
  }
}
