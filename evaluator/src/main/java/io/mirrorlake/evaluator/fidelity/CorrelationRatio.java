package io.mirrorlake.evaluator.fidelity;

/**
 * The correlation ratio eta of a number by a category: the square root of the share of the number's
 * variance that lies between the categories' means, {@code eta^2 = sum_k n_k (mean_k - mean)^2 /
 * sum (x - mean)^2}. 0 to 1; 0 where the number is constant or has no value. Rows where the number
 * is missing do not count.
 */
public final class CorrelationRatio {
  private CorrelationRatio() {}

  /**
   * The ratio of a number by a category.
   *
   * @param codes the category of each row, 0 to {@code size - 1}
   * @param size the number of categories
   * @param values the number of each row, NaN where missing
   */
  public static double of(int[] codes, int size, double[] values) {
    double centre = Moments.mean(values);
    double[] sums = new double[size];
    long[] counts = new long[size];
    double total = 0;
    for (int i = 0; i < codes.length; i++) {
      if (!Double.isNaN(values[i])) {
        double deviation = values[i] - centre;
        sums[codes[i]] += deviation;
        counts[codes[i]]++;
        total += deviation * deviation;
      }
    }
    double between = 0;
    for (int k = 0; k < size; k++) {
      between += counts[k] == 0 ? 0 : sums[k] * sums[k] / counts[k];
    }
    return total > 0 ? Math.sqrt(Math.min(1, between / total)) : 0;
  }
}
