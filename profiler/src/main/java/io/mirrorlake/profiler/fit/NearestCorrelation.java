package io.mirrorlake.profiler.fit;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The nearest positive definite correlation matrix in the Frobenius norm: Higham's alternating
 * projections with Dykstra's correction (IMA Journal of Numerical Analysis 22, 2002), onto the
 * matrices with eigenvalues of at least {@link #leastEigenvalue(int)} and onto those with a unit
 * diagonal.
 */
final class NearestCorrelation {
  /** Small enough to keep correlations of 0.999. */
  private static final double LEAST_EIGENVALUE = 5e-4;

  /**
   * Rounding n x n entries to four decimals moves an eigenvalue by up to about 6e-5 sqrt(n): from
   * 64 variables on the floor rises with that.
   */
  private static final double FREE_SIZE = 64;

  private static final int MAX_ITERATIONS = 200;

  /** Correlations are published with four decimals. */
  private static final double TOLERANCE = 1e-6;

  private NearestCorrelation() {}

  /** The nearest matrix; the same one where it has no eigenvalue below the least. */
  static RealMatrix of(RealMatrix matrix) {
    int n = matrix.getRowDimension();
    if (n == 0 || spectrumFloor(matrix) >= leastEigenvalue(n)) {
      return matrix;
    }
    RealMatrix correction = MatrixUtils.createRealMatrix(n, n);
    RealMatrix current = matrix;
    RealMatrix definite = matrix;
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      RealMatrix corrected = current.subtract(correction);
      definite = raised(corrected);
      correction = definite.subtract(corrected);
      RealMatrix next = withUnitDiagonal(definite);
      double change = next.subtract(current).getFrobeniusNorm();
      current = next;
      if (change < TOLERANCE) {
        break;
      }
    }
    return scaled(definite);
  }

  /** The least eigenvalue that a matrix of n variables may have. */
  static double leastEigenvalue(int n) {
    return LEAST_EIGENVALUE * Math.max(1, Math.sqrt(n / FREE_SIZE));
  }

  private static double spectrumFloor(RealMatrix matrix) {
    double least = Double.POSITIVE_INFINITY;
    for (double eigenvalue : new EigenDecomposition(matrix).getRealEigenvalues()) {
      least = Math.min(least, eigenvalue);
    }
    return least;
  }

  private static RealMatrix raised(RealMatrix matrix) {
    EigenDecomposition eigen = new EigenDecomposition(matrix);
    double[] values = eigen.getRealEigenvalues();
    for (int i = 0; i < values.length; i++) {
      // Twice the least leaves room for the last scaling to a unit diagonal.
      values[i] = Math.max(values[i], 2 * leastEigenvalue(values.length));
    }
    RealMatrix vectors = eigen.getV();
    return symmetric(
        vectors
            .multiply(MatrixUtils.createRealDiagonalMatrix(values))
            .multiply(vectors.transpose()));
  }

  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  private static RealMatrix withUnitDiagonal(RealMatrix matrix) {
    RealMatrix copy = matrix.copy();
    for (int i = 0; i < copy.getRowDimension(); i++) {
      copy.setEntry(i, i, 1);
    }
    return copy;
  }

  private static RealMatrix scaled(RealMatrix matrix) {
    int n = matrix.getRowDimension();
    RealMatrix result = MatrixUtils.createRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = Math.sqrt(matrix.getEntry(i, i) * matrix.getEntry(j, j));
        result.setEntry(i, j, i == j ? 1 : matrix.getEntry(i, j) / scale);
      }
    }
    return result;
  }
}
