package io.mirrorlake.evaluator.sample;

/**
 * The evaluator's one definition of a quantile of single values: the smallest of them that at least
 * this share of them does not exceed (type 1 of Hyndman and Fan 1996). It is always one of the
 * values, so a quantile of whole numbers or of dates is one too, and no value is made up.
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile of ascending values.
   *
   * @param sorted the values, at least one
   * @param probability the share, 0 to 1; 0 is the least value
   */
  public static double of(double[] sorted, double probability) {
    return sorted[Math.max(0, (int) Math.ceil(probability * sorted.length) - 1)];
  }
}
