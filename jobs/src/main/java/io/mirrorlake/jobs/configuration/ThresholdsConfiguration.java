package io.mirrorlake.jobs.configuration;

import java.util.Optional;

/**
 * Where the verdict on each score changes. Errors are measured by how much they are worse than the
 * ceiling; accuracies and scores by the share of the way from the floor to the ceiling.
 */
public record ThresholdsConfiguration(
    @Setting("Mean error of columns: how much worse than the ceiling, at most.")
        Optional<BandConfiguration> columnError,
    @Setting("Mean error of the shares of nulls: how much worse than the ceiling, at most.")
        Optional<BandConfiguration> missingnessError,
    @Setting("Mean error of pairs' association: share of the way from floor to ceiling, at least.")
        Optional<BandConfiguration> associationError,
    @Setting("Accuracy of 3-way marginals: share of the way from floor to ceiling, at least.")
        Optional<BandConfiguration> tripleAccuracy,
    @Setting("Two-sample test: share of the way from floor to ceiling, at least.")
        Optional<BandConfiguration> twoSampleAuc,
    @Setting("Train on synthetic, test on real: share of the way from floor to ceiling, at least.")
        Optional<BandConfiguration> trainSyntheticScore,
    @Setting("Nearest-to-train share: how much above 0.5, at most.")
        Optional<BandConfiguration> nearestTrainShare,
    @Setting("Copies of real rows: the excess over chance, at most.")
        Optional<BandConfiguration> duplicateExcess) {
  /** Two limits. */
  public record BandConfiguration(
      @Setting(value = "Beyond it the verdict is WARN.", minimum = 0, maximum = 1) double warn,
      @Setting(value = "Beyond it the verdict is FAIL.", minimum = 0, maximum = 1) double fail) {}
}
