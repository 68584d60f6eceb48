package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.score.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Bonferroni's correction for the worst of many tests, as a standard error that is larger by so
 * much that its 95 % interval holds for all tests together.
 */
final class ManyTests {
  /** What a 95 % interval leaves out above. */
  private static final double ABOVE = 0.025;

  private ManyTests() {}

  static double standardError(double ofOne, int tests) {
    double quantile = new NormalDistribution().inverseCumulativeProbability(1 - ABOVE / tests);
    return ofOne * quantile / Interval.NORMAL_95;
  }
}
