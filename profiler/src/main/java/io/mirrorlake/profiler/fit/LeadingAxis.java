package io.mirrorlake.profiler.fit;

import java.util.Arrays;

/** The leading left singular vector of a matrix, by power iteration on S S'. */
final class LeadingAxis {
  /** A part's axis needs to tell two sides, not more. */
  private static final double TOLERANCE = 1e-6;

  private static final int MAX_ITERATIONS = 60;

  /** Inertia below this is rounding. */
  private static final double NO_INERTIA = 1e-12;

  private LeadingAxis() {}

  /** The vector, of length 1; zeros where all of the matrix is nothing but rounding. */
  static double[] of(double[][] matrix) {
    double[] vector = new double[matrix.length];
    Arrays.setAll(vector, i -> 1 + 1.0 / (i + 1));
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double[] next = times(matrix, vector);
      double norm = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
      if (!(norm > NO_INERTIA)) {
        return new double[matrix.length];
      }
      double change = 0;
      for (int i = 0; i < next.length; i++) {
        next[i] /= norm;
        change = Math.max(change, Math.abs(next[i] - vector[i]));
      }
      vector = next;
      if (change < TOLERANCE) {
        break;
      }
    }
    return vector;
  }

  /** S S' v. */
  private static double[] times(double[][] matrix, double[] vector) {
    double[] across = new double[matrix[0].length];
    for (int i = 0; i < matrix.length; i++) {
      for (int g = 0; g < across.length; g++) {
        across[g] += matrix[i][g] * vector[i];
      }
    }
    double[] result = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int g = 0; g < across.length; g++) {
        result[i] += matrix[i][g] * across[g];
      }
    }
    return result;
  }
}
