package io.mirrorlake.evaluator.privacy;

/**
 * Counts on which side the nearest record of each probe lies; here in this process, elsewhere in
 * many tasks.
 */
@FunctionalInterface
public interface NearestEngine {
  /** The counts over all probes. */
  NearestCounts count(Points probes, Points train, Points holdout);

  /** Counts in the calling thread. */
  static NearestEngine local() {
    return (probes, train, holdout) -> NearestCounts.of(probes, 0, probes.size(), train, holdout);
  }
}
