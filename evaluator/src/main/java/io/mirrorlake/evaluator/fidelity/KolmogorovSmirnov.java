package io.mirrorlake.evaluator.fidelity;

/**
 * The two-sample Kolmogorov-Smirnov distance: the largest difference between two empirical
 * distribution functions.
 *
 * <p>{@code D = max over x of |F1(x) - F2(x)|}, 0 to 1, exact with ties, O(n). Its complement 1 - D
 * is the field's "KS complement".
 */
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /**
   * The distance of two samples.
   *
   * @param first values in ascending order, at least one, no NaN
   * @param second values in ascending order, at least one, no NaN
   */
  public static double distance(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      throw new IllegalArgumentException(
          "a distance of " + first.length + " and " + second.length + " values");
    }
    int i = 0;
    int j = 0;
    double distance = 0;
    while (i < first.length && j < second.length) {
      double x = Math.min(first[i], second[j]);
      while (i < first.length && first[i] <= x) {
        i++;
      }
      while (j < second.length && second[j] <= x) {
        j++;
      }
      distance =
          Math.max(distance, Math.abs((double) i / first.length - (double) j / second.length));
    }
    return distance;
  }
}
