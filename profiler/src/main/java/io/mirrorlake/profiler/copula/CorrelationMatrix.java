package io.mirrorlake.profiler.copula;

import java.util.Arrays;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * A positive definite correlation matrix: symmetric, ones on the diagonal. Immutable; holds the
 * lower triangle only.
 */
public final class CorrelationMatrix {
  private final double[][] lower;
  private final double[][] choleskyFactor;

  private CorrelationMatrix(double[][] lower) {
    this.lower = lower;
    this.choleskyFactor = factor(lower);
  }

  /**
   * The matrix with this strict lower triangle: row i holds r(i, 0) .. r(i, i - 1), row 0 is empty.
   *
   * @throws IllegalArgumentException where a row has another length, an entry is not inside (-1,
   *     1), or the matrix is not positive definite
   */
  public static CorrelationMatrix ofLowerTriangle(double[][] rows) {
    double[][] lower = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != i) {
        throw new IllegalArgumentException(
            "row " + i + " of the lower triangle has " + rows[i].length + " entries");
      }
      for (double r : rows[i]) {
        if (!(r > -1 && r < 1)) {
          throw new IllegalArgumentException(
              "row " + i + " holds the correlation " + r + ", not inside (-1, 1)");
        }
      }
      lower[i] = rows[i].clone();
    }
    return new CorrelationMatrix(lower);
  }

  private static double[][] factor(double[][] lower) {
    int n = lower.length;
    if (n == 0) {
      return new double[0][];
    }
    double[][] full = new double[n][n];
    for (int i = 0; i < n; i++) {
      full[i][i] = 1;
      for (int j = 0; j < i; j++) {
        full[i][j] = lower[i][j];
        full[j][i] = lower[i][j];
      }
    }
    try {
      return new CholeskyDecomposition(MatrixUtils.createRealMatrix(full)).getL().getData();
    } catch (NonPositiveDefiniteMatrixException e) {
      throw new IllegalArgumentException("the correlation matrix is not positive definite", e);
    }
  }

  /** The number of variables. */
  public int size() {
    return lower.length;
  }

  /** The correlation of variables i and j. */
  public double get(int i, int j) {
    return i == j ? 1 : lower[Math.max(i, j)][Math.min(i, j)];
  }

  /** The lower triangular matrix L with L L' equal to this matrix. */
  public double[][] choleskyFactor() {
    double[][] copy = new double[choleskyFactor.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = choleskyFactor[i].clone();
    }
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CorrelationMatrix that && Arrays.deepEquals(lower, that.lower);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(lower);
  }

  @Override
  public String toString() {
    return "CorrelationMatrix of size " + size();
  }
}
