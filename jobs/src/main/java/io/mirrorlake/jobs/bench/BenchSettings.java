package io.mirrorlake.jobs.bench;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.Optional;

/**
 * What is measured.
 *
 * @param profile where the profile is
 * @param table the table, where the profile has several
 * @param rows how many rows each step makes
 * @param seed the seed
 * @param repeats how often each step is timed; the median counts
 */
public record BenchSettings(
    String profile, Optional<String> table, long rows, long seed, int repeats) {
  public BenchSettings {
    require(rows >= 1, "--rows", rows);
    require(repeats >= 1, "--repeats", repeats);
  }

  private static void require(boolean holds, String option, long value) {
    if (!holds) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "the option " + option + " is " + value,
          "give a number of 1 or more");
    }
  }
}
