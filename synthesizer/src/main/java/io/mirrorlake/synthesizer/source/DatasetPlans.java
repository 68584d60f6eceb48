package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.ProfileJson;
import io.mirrorlake.synthesizer.dataset.Counted;
import io.mirrorlake.synthesizer.dataset.DatasetPlan;
import io.mirrorlake.synthesizer.dataset.DatasetSize;

/** The plans of databases that were read lately, so that their rows are counted once. */
final class DatasetPlans {
  /** Databases that a session reads in turns; another one is counted again. */
  private static final PlanCache<Key, DatasetPlan> PLANS = new PlanCache<>(4);

  private DatasetPlans() {}

  /** All that a plan is made from. */
  private record Key(String profile, long seed, DatasetSize size) {}

  /** The plan of a profile's tables for the options of a read. */
  static DatasetPlan of(ChosenTable table, ReadOptions options) {
    ProfileDocument document = table.document();
    DatasetSize size = options.size(table.name());
    Key key = new Key(document.text(), options.seed(), size);
    return PLANS.get(key, () -> DatasetPlan.of(document.profile(), options.seed(), size));
  }

  /** The plan where another process has counted. */
  static DatasetPlan of(String profile, long seed, DatasetSize size, Counted counted) {
    return PLANS.get(
        new Key(profile, seed, size),
        () -> DatasetPlan.of(ProfileJson.read(profile, "the plan"), seed, size, counted));
  }
}
