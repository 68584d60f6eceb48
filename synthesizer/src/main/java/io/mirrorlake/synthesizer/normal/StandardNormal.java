package io.mirrorlake.synthesizer.normal;

/**
 * The cumulative probability and the quantile of the standard normal distribution.
 *
 * <p>Both are Taylor polynomials of degree 6 around the centres of small cells, with exact
 * derivatives. The arithmetic is that of the Java language (IEEE 754 double precision without fused
 * steps), and {@link StrictMath} builds the tables, so results are the same to the last bit on
 * every machine.
 */
public final class StandardNormal {
  private static final double[] CUMULATIVE = CumulativeTable.build();
  private static final double[] QUANTILE = QuantileTable.build();

  private StandardNormal() {}

  /**
   * Phi(z), the probability of a value up to z: 0 at minus infinity, 1 at infinity, NaN for NaN.
   *
   * <p>Absolute error below 1e-15. Relative error below 2e-14 for z &gt;= -3 and below 4e-10 for z
   * &gt;= -9; smaller z take a slow path, with a relative error below 2e-13 until the result is
   * subnormal at -37.5.
   */
  public static double cumulativeProbability(double z) {
    if (!(z >= -CumulativeTable.BOUND && z < CumulativeTable.BOUND)) {
      return farCumulativeProbability(z);
    }
    int cell = (int) ((z + CumulativeTable.BOUND) * CumulativeTable.CELLS_PER_UNIT);
    double t = z - CumulativeTable.centre(cell);
    return polynomial(CUMULATIVE, cell * STRIDE, t);
  }

  /**
   * The z with Phi(z) = p: minus infinity at 0, infinity at 1, NaN outside [0, 1].
   *
   * <p>Absolute error below 4e-15 for p in [2^-53, 1 - 2^-53]; smaller p take a slow path, with a
   * relative error below 1e-15.
   */
  public static double quantile(double p) {
    boolean upper = p > 0.5;
    double tail = upper ? 1 - p : p;
    if (!(tail >= QuantileTable.LEAST && tail < 0.5)) {
      return farQuantile(p);
    }
    long bits = Double.doubleToRawLongBits(tail);
    double t = tail - QuantileTable.centre(bits);
    double z = polynomial(QUANTILE, QuantileTable.cell(bits) * STRIDE, t);
    return upper ? -z : z;
  }

  /** Replaces the first {@code count} numbers by their {@link #cumulativeProbability}. */
  public static void cumulativeProbabilities(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = cumulativeProbability(values[i]);
    }
  }

  /** Replaces the first {@code count} numbers by their {@link #quantile}. */
  public static void quantiles(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = quantile(values[i]);
    }
  }

  /** Coefficients 0 to 6 and one unused number: 64 bytes, a cache line. */
  static final int STRIDE = 8;

  /** The degree of the polynomials. */
  static final int DEGREE = 6;

  private static double polynomial(double[] table, int row, double t) {
    return table[row]
        + t
            * (table[row + 1]
                + t
                    * (table[row + 2]
                        + t
                            * (table[row + 3]
                                + t
                                    * (table[row + 4]
                                        + t * (table[row + 5] + t * table[row + 6])))));
  }

  private static double farCumulativeProbability(double z) {
    if (Double.isNaN(z)) {
      return z;
    }
    return z < 0 ? UpperTail.probability(-z) : 1;
  }

  private static double farQuantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    if (p == 0 || p == 1) {
      return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return p == 0.5 ? 0 : -UpperTail.inverse(p);
  }
}
