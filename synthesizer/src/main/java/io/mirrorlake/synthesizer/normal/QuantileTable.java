package io.mirrorlake.synthesizer.normal;

/**
 * Taylor coefficients of the quantile function Q over the lower tail [2^-53, 1/2), in 64 equal
 * cells for each power of two; the bits of p give the cell.
 *
 * <p>With w = 1 / phi(z), derivative n of Q at Phi(z) is R_n(z) w^n, where R_1 = 1 and R_(n+1) =
 * R_n' + n z R_n. Truncation leaves less than 1e-15.
 */
final class QuantileTable {
  /** The least uniform number that a random word gives. */
  static final double LEAST = 0x1p-53;

  /** 64 cells for each power of two. */
  private static final int CELL_BITS = 6;

  private static final int SHIFT = 52 - CELL_BITS;
  private static final long FIRST = Double.doubleToRawLongBits(LEAST) >>> SHIFT;
  private static final long HALF_CELL = 1L << (SHIFT - 1);

  /** From 2^-53 to 2^-1. */
  private static final int CELLS = 52 << CELL_BITS;

  private QuantileTable() {}

  /** The cell of a number, given its bits. */
  static int cell(long bits) {
    return (int) ((bits >>> SHIFT) - FIRST);
  }

  /** The centre of the cell of a number, given its bits. */
  static double centre(long bits) {
    return Double.longBitsToDouble(bits >>> SHIFT << SHIFT | HALF_CELL);
  }

  static double[] build() {
    double[][] polynomials = derivativePolynomials();
    double[] table = new double[CELLS * StandardNormal.STRIDE];
    for (int cell = 0; cell < CELLS; cell++) {
      double p = centre((FIRST + cell) << SHIFT);
      expand(-UpperTail.inverse(p), polynomials, table, cell * StandardNormal.STRIDE);
    }
    return table;
  }

  private static void expand(double z, double[][] polynomials, double[] table, int row) {
    double w = 1 / UpperTail.density(z);
    double factor = 1;
    table[row] = z;
    for (int n = 1; n <= StandardNormal.DEGREE; n++) {
      factor *= w / n;
      table[row + n] = factor * value(polynomials[n], z);
    }
  }

  /** R_1 to R_6, each by its coefficients from the constant upwards. */
  private static double[][] derivativePolynomials() {
    double[][] r = new double[StandardNormal.DEGREE + 1][];
    r[1] = new double[] {1};
    for (int n = 1; n < StandardNormal.DEGREE; n++) {
      r[n + 1] = new double[n + 1];
      for (int k = 0; k < n; k++) {
        r[n + 1][k + 1] += n * r[n][k];
        if (k > 0) {
          r[n + 1][k - 1] += k * r[n][k];
        }
      }
    }
    return r;
  }

  private static double value(double[] coefficients, double z) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum * z + coefficients[k];
    }
    return sum;
  }
}
