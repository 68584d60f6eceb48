package io.mirrorlake.evaluator.fidelity;

/** Means that skip missing values. */
final class Moments {
  private Moments() {}

  /**
   * The mean of the values that are not NaN, by running update so that it cannot overflow; 0
   * without a value.
   */
  static double mean(double[] values) {
    double mean = 0;
    long count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        count++;
        mean += (value - mean) / count;
      }
    }
    return mean;
  }
}
