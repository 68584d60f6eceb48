package io.mirrorlake.evaluator.sample;

/** Places in sorted arrays, by halving; exact with equal values. */
public final class Ranks {
  private Ranks() {}

  /** How many of the ascending values are smaller. */
  public static int countBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the ascending values are smaller or equal. */
  public static int countNotAbove(double[] sorted, double value) {
    return countBelow(sorted, Math.nextUp(value));
  }

  /**
   * The share of the ascending values that are smaller, and half of those that are equal; 0.5
   * without values.
   */
  public static double midRank(double[] sorted, double value) {
    if (sorted.length == 0) {
      return 0.5;
    }
    return ((double) countBelow(sorted, value) + countNotAbove(sorted, value))
        / (2.0 * sorted.length);
  }
}
