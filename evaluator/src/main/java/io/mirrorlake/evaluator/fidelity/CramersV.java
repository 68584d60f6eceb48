package io.mirrorlake.evaluator.fidelity;

/**
 * Cramer's V of two columns of categories: 0 for independent columns, 1 where one is a function of
 * the other.
 *
 * <p>Bias-corrected (Bergsma 2013): with {@code phi2 = chi2 / n}, {@code phi2' = max(0, phi2 -
 * (r-1)(c-1)/(n-1))}, {@code r' = r - (r-1)^2/(n-1)} and {@code c'} alike, {@code V = sqrt(phi2' /
 * min(r'-1, c'-1))}. Without the correction V grows with the number of categories and shrinks with
 * the number of rows, so tables of different sizes could not be compared. Rows and columns of the
 * contingency table without observations do not count. 0 where a column is constant.
 */
public final class CramersV {
  private CramersV() {}

  /**
   * The coefficient of two columns of codes.
   *
   * @param x codes of the first column, 0 to {@code xSize - 1}
   * @param xSize the number of codes of the first column
   * @param y codes of the second column
   * @param ySize the number of codes of the second column
   */
  public static double of(int[] x, int xSize, int[] y, int ySize) {
    long[] cells = new long[Math.multiplyExact(xSize, ySize)];
    long[] xTotals = new long[xSize];
    long[] yTotals = new long[ySize];
    for (int i = 0; i < x.length; i++) {
      cells[x[i] * ySize + y[i]]++;
      xTotals[x[i]]++;
      yTotals[y[i]]++;
    }
    return corrected(
        phiSquared(cells, xTotals, yTotals, x.length),
        occupied(xTotals),
        occupied(yTotals),
        x.length);
  }

  /** chi2 / n = sum over cells of n_ij^2 / (n_i n_j) - 1. */
  private static double phiSquared(long[] cells, long[] xTotals, long[] yTotals, int rows) {
    double sum = 0;
    for (int a = 0; a < xTotals.length; a++) {
      for (int b = 0; b < yTotals.length; b++) {
        double count = cells[a * yTotals.length + b];
        sum += count == 0 ? 0 : count / xTotals[a] * (count / yTotals[b]);
      }
    }
    return rows == 0 ? 0 : sum - 1;
  }

  /** The coefficient from chi2 / n, the occupied codes and the number of rows. */
  static double corrected(double phiSquared, int r, int c, double n) {
    if (r < 2 || c < 2 || !(n > 1)) {
      return 0;
    }
    double excess = Math.max(0, phiSquared - (r - 1.0) * (c - 1.0) / (n - 1));
    double freedom =
        Math.min(r - (r - 1.0) * (r - 1.0) / (n - 1), c - (c - 1.0) * (c - 1.0) / (n - 1)) - 1;
    return freedom > 0 ? Math.min(1, Math.sqrt(excess / freedom)) : 0;
  }

  private static int occupied(long[] totals) {
    int occupied = 0;
    for (long total : totals) {
      occupied += total > 0 ? 1 : 0;
    }
    return occupied;
  }
}
