package io.mirrorlake.evaluator.report;

/**
 * Where verdicts change. Two kinds: how much a score may be worse than its ceiling, and how much of
 * the way from floor to ceiling it must have gone. The defaults are such that a real holdout passes
 * everywhere, independent marginals fail wherever the columns depend on each other, and a Gaussian
 * copula of good workmanship on mixed data passes or warns.
 *
 * @param columnError how much worse than the ceiling, at most
 * @param missingnessError how much worse than the ceiling, at most
 * @param associationError share of the way from floor to ceiling, at least
 * @param tripleAccuracy share of the way from floor to ceiling, at least
 * @param twoSampleAuc share of the way from floor to ceiling, at least
 * @param trainSyntheticScore share of the way from floor to ceiling, at least
 * @param nearestTrainShare how much above 0.5, at most
 * @param duplicateExcess the excess, at most
 */
public record Thresholds(
    Band columnError,
    Band missingnessError,
    Band associationError,
    Band tripleAccuracy,
    Band twoSampleAuc,
    Band trainSyntheticScore,
    Band nearestTrainShare,
    Band duplicateExcess) {
  public Thresholds {
    requireRising("columnError", columnError);
    requireRising("missingnessError", missingnessError);
    requireFalling("associationError", associationError);
    requireFalling("tripleAccuracy", tripleAccuracy);
    requireFalling("twoSampleAuc", twoSampleAuc);
    requireFalling("trainSyntheticScore", trainSyntheticScore);
    requireRising("nearestTrainShare", nearestTrainShare);
    requireRising("duplicateExcess", duplicateExcess);
  }

  /**
   * Two limits.
   *
   * @param warn beyond it the verdict is WARN
   * @param fail beyond it the verdict is FAIL
   */
  public record Band(double warn, double fail) {}

  /** The defaults; {@code docs/evaluation.md} says where each comes from. */
  public static Thresholds defaults() {
    return new Thresholds(
        new Band(0.03, 0.10),
        new Band(0.01, 0.05),
        new Band(0.70, 0.25),
        new Band(0.60, 0.10),
        new Band(0.50, 0.05),
        new Band(0.80, 0.40),
        new Band(0.02, 0.05),
        new Band(0.001, 0.01));
  }

  /** The limits of a metric. */
  public Band of(Metric metric) {
    return switch (metric) {
      case COLUMN_ERROR -> columnError;
      case MISSINGNESS_ERROR -> missingnessError;
      case ASSOCIATION_ERROR -> associationError;
      case TRIPLE_ACCURACY -> tripleAccuracy;
      case TWO_SAMPLE_AUC -> twoSampleAuc;
      case TRAIN_SYNTHETIC_SCORE -> trainSyntheticScore;
      case NEAREST_TRAIN_SHARE -> nearestTrainShare;
      case DUPLICATE_EXCESS -> duplicateExcess;
    };
  }

  private static void requireRising(String name, Band band) {
    if (!(band.warn >= 0) || !(band.fail >= band.warn) || !(band.fail <= 1)) {
      throw EvaluationOptions.invalid(
          "thresholds." + name,
          "warn " + band.warn + ", fail " + band.fail,
          "0 <= warn <= fail <= 1");
    }
  }

  private static void requireFalling(String name, Band band) {
    if (!(band.fail >= 0) || !(band.warn >= band.fail) || !(band.warn <= 1)) {
      throw EvaluationOptions.invalid(
          "thresholds." + name,
          "warn " + band.warn + ", fail " + band.fail,
          "0 <= fail <= warn <= 1");
    }
  }
}
