package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;
import io.mirrorlake.synthesizer.plan.RowRange;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;

/**
 * A benchmark, run by hand: what a row of a family costs beside the same columns as a table by
 * itself, in time of one core.
 *
 * <p>Arguments: a profile's resource, a table, and a scale.
 */
final class FamilySpeed {
  private FamilySpeed() {}

  public static void main(String[] arguments) {
    Profile profile = Database.profile(arguments[0]);
    String table = arguments[1];
    DatasetSize size = new DatasetSize(Double.parseDouble(arguments[2]), Map.of());
    for (int round = 0; round < 4; round++) {
      long start = nanos();
      long wall = System.nanoTime();
      DatasetPlan plan = DatasetPlan.of(profile, round, size);
      long rows = plan.rows(table);
      TableRows compiled = plan.table(table, profile.table(table).fields());
      double counting = (System.nanoTime() - wall) / 1e9;
      double own = (nanos() - start) / 1e9;
      start = nanos();
      RowReader reader = compiled.reader(new RowRange(0, rows));
      long read = 0;
      for (int count = reader.next(); count > 0; count = reader.next()) {
        read += count;
      }
      double family = (double) (nanos() - start) / read;
      double flat = flat(profile.table(table), read, round);
      System.out.printf(
          Locale.ROOT,
          "%d rows: %.1f ns a row, flat %.1f ns, ratio %.2f; counted in %.2f s (%.2f s of this core)%n",
          read,
          family,
          flat,
          family / flat,
          counting,
          own);
    }
  }

  /** The columns that can be drawn without a family. */
  private static double flat(TableProfile table, long rows, long seed) {
    TableProfile alone = FlatTable.of(table);
    BlockSampler sampler = GenerationPlan.of(alone, seed).sampler();
    long start = nanos();
    for (long row = 0; row < rows; row += BlockSampler.BLOCK_ROWS) {
      sampler.sample(row, (int) Math.min(BlockSampler.BLOCK_ROWS, rows - row));
    }
    return (double) (nanos() - start) / rows;
  }

  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
