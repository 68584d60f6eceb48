package io.mirrorlake.evaluator.fidelity;

import java.util.Arrays;

/**
 * The total variation distance of two samples of categories: half the sum over categories of |p1 -
 * p2|, 0 to 1. It is the largest difference between the probabilities that the two give to any set
 * of categories.
 */
public final class TotalVariation {
  private TotalVariation() {}

  /**
   * The distance of two count vectors over the same categories, each with at least one observation.
   *
   * @param first how often each category occurs in the first sample
   * @param second how often each category occurs in the second sample
   */
  public static double distance(long[] first, long[] second) {
    double firstTotal = Arrays.stream(first).sum();
    double secondTotal = Arrays.stream(second).sum();
    if (!(firstTotal > 0) || !(secondTotal > 0)) {
      throw new IllegalArgumentException(
          "a distance of " + firstTotal + " and " + secondTotal + " values");
    }
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += Math.abs(first[k] / firstTotal - second[k] / secondTotal);
    }
    return sum / 2;
  }
}
