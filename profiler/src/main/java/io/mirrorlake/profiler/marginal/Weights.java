package io.mirrorlake.profiler.marginal;

/** The checks that every marginal makes of its probabilities. */
final class Weights {
  private Weights() {}

  /**
   * Segment weights are written with six significant digits; more than a thousand of them stay
   * within this of 1.
   */
  static final double SUM_TOLERANCE = 1e-3;

  static void requireProbability(double p, String what) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(what + " must lie in [0, 1]: " + p);
    }
  }

  static void requireWeights(double sum, int segments, double nullProbability) {
    requireProbability(nullProbability, "null probability");
    if (segments == 0 && nullProbability != 1) {
      throw new IllegalArgumentException(
          "no segment, and null probability " + nullProbability + " is not 1");
    }
    if (segments > 0) {
      requireSumOfOne(sum, "segment");
    }
  }

  static void requireSumOfOne(double sum, String what) {
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(what + " probabilities sum to " + sum + ", not to 1");
    }
  }
}
