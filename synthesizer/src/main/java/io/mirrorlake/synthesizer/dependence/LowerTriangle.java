package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.synthesizer.normal.StandardNormal;

/**
 * The rows of a Cholesky factor L that some latent variables need, and the map u = Phi(L
 * Phi^-1(draws)).
 *
 * <p>Works column by column: for each needed row i, from the last to the first, the array of draw i
 * is scaled by L(i, i) and then increased by L(i, j) times array j for j = 0 .. i - 1, in this
 * order, which leaves the arrays before it untouched.
 */
final class LowerTriangle {
  /**
   * The largest number below 1: what {@link Math#min} puts in place of a probability that rounds to
   * 1.
   */
  private static final double BELOW_ONE = 1 - 0x1p-53;

  /**
   * Terms added in one pass over the rows. Sums are made from left to right, so that their number
   * changes no bit.
   */
  private static final int TERMS = 4;

  private final double[][] rows;
  private final boolean[] needed;

  private LowerTriangle(double[][] rows, boolean[] needed) {
    this.rows = rows;
    this.needed = needed;
  }

  /** The first {@code used} rows of the matrix's factor, of which some are needed. */
  static LowerTriangle of(CorrelationMatrix correlation, boolean[] needed, int used) {
    double[][] rows = new double[used][];
    if (used > 0) {
      System.arraycopy(correlation.choleskyFactor(), 0, rows, 0, used);
    }
    return new LowerTriangle(rows, needed);
  }

  /**
   * Replaces the draws of every needed latent by Phi of its correlated normal score, inside [0, 1).
   */
  void correlate(double[][] arrays, int count) {
    for (int i = 0; i < rows.length; i++) {
      StandardNormal.quantiles(arrays[i], count);
    }
    for (int i = rows.length - 1; i >= 0; i--) {
      if (needed[i]) {
        multiply(rows[i], i, arrays, count);
        StandardNormal.cumulativeProbabilities(arrays[i], count);
        keepBelowOne(arrays[i], count);
      }
    }
  }

  private static void multiply(double[] row, int i, double[][] arrays, int count) {
    double[] sum = arrays[i];
    double diagonal = row[i];
    for (int k = 0; k < count; k++) {
      sum[k] *= diagonal;
    }
    int j = 0;
    for (; j + TERMS <= i; j += TERMS) {
      addFour(sum, row, j, arrays, count);
    }
    for (; j < i; j++) {
      addOne(sum, row[j], arrays[j], count);
    }
  }

  private static void addFour(double[] sum, double[] row, int j, double[][] arrays, int count) {
    double a = row[j];
    double b = row[j + 1];
    double c = row[j + 2];
    double d = row[j + 3];
    double[] x = arrays[j];
    double[] y = arrays[j + 1];
    double[] z = arrays[j + 2];
    double[] w = arrays[j + 3];
    for (int k = 0; k < count; k++) {
      sum[k] = sum[k] + a * x[k] + b * y[k] + c * z[k] + d * w[k];
    }
  }

  private static void addOne(double[] sum, double a, double[] x, int count) {
    for (int k = 0; k < count; k++) {
      sum[k] += a * x[k];
    }
  }

  private static void keepBelowOne(double[] values, int count) {
    for (int k = 0; k < count; k++) {
      values[k] = Math.min(values[k], BELOW_ONE);
    }
  }
}
