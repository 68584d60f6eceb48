package io.mirrorlake.jobs.bench;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import io.mirrorlake.synthesizer.plan.GenerationPlan;

/**
 * The time that the sampling kernel takes for all columns of a table, on one core, without Spark.
 */
final class KernelSpeed {
  /** Rounds before the first one that counts, for the compiler of the JVM. */
  private static final int WARM_UP_ROUNDS = 3;

  private KernelSpeed() {}

  /** The median seconds for this many rows. */
  static double seconds(TableProfile table, BenchSettings settings) {
    BlockSampler sampler = GenerationPlan.of(table, settings.seed()).sampler();
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      sample(sampler, settings.rows());
    }
    Stopwatch watch = new Stopwatch(settings.repeats());
    for (int repeat = 0; repeat < settings.repeats(); repeat++) {
      watch.time(() -> sample(sampler, settings.rows()));
    }
    return watch.median();
  }

  private static void sample(BlockSampler sampler, long rows) {
    for (long first = 0; first < rows; first += BlockSampler.BLOCK_ROWS) {
      sampler.sample(first, (int) Math.min(BlockSampler.BLOCK_ROWS, rows - first));
    }
  }
}
