package io.mirrorlake.evaluator.fidelity;

/**
 * The Jensen-Shannon distance of two distributions over the same cells: the square root of {@code
 * (KL(p, m) + KL(q, m)) / 2} with {@code m = (p + q) / 2} and logarithms to base 2. A metric, 0 to
 * 1 (Endres and Schindelin 2003).
 */
public final class JensenShannon {
  private JensenShannon() {}

  /**
   * The distance; 0 where neither has an observation, 1 where only one has.
   *
   * @param first how often each cell occurs in the first sample
   * @param second how often each cell occurs in the second sample
   */
  public static double distance(double[] first, double[] second) {
    double firstTotal = Entropy.sum(first);
    double secondTotal = Entropy.sum(second);
    if (!(firstTotal > 0) || !(secondTotal > 0)) {
      return firstTotal == secondTotal ? 0 : 1;
    }
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      double p = first[k] / firstTotal;
      double q = second[k] / secondTotal;
      sum += divergence(p, (p + q) / 2) + divergence(q, (p + q) / 2);
    }
    return Math.sqrt(Math.max(0, Math.min(1, sum / (2 * Math.log(2)))));
  }

  private static double divergence(double p, double mean) {
    return p > 0 ? p * Math.log(p / mean) : 0;
  }
}
