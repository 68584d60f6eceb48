package io.mirrorlake.profiler.fit;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The leading eigenvector of a symmetric matrix without negative eigenvalues, by power iteration.
 *
 * @param tolerance the iteration ends when no part of the vector changes by more than this
 * @param maxIterations the iteration ends after so many steps
 */
record LeadingAxis(double tolerance, int maxIterations) {
  /** Inertia below this is rounding. */
  private static final double NO_INERTIA = 1e-12;

  /**
   * The vector, of length 1; zeros where all of the matrix is nothing but rounding.
   *
   * @param product the matrix times a vector
   */
  double[] of(int dimension, UnaryOperator<double[]> product) {
    double[] vector = new double[dimension];
    Arrays.setAll(vector, i -> 1 + 1.0 / (i + 1));
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      double[] next = product.apply(vector);
      double norm = 0;
      for (double part : next) {
        norm += part * part;
      }
      norm = Math.sqrt(norm);
      if (!(norm > NO_INERTIA)) {
        return new double[dimension];
      }
      double change = 0;
      for (int i = 0; i < dimension; i++) {
        next[i] /= norm;
        change = Math.max(change, Math.abs(next[i] - vector[i]));
      }
      vector = next;
      if (change < tolerance) {
        break;
      }
    }
    return vector;
  }

  /** A matrix times a vector. */
  static double[] times(double[][] matrix, double[] vector) {
    double[] result = new double[matrix.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }

  /** S S' times a vector. */
  static double[] timesSquare(double[][] matrix, double[] vector) {
    double[] across = new double[matrix[0].length];
    for (int i = 0; i < matrix.length; i++) {
      for (int g = 0; g < across.length; g++) {
        across[g] += matrix[i][g] * vector[i];
      }
    }
    return times(matrix, across);
  }
}
