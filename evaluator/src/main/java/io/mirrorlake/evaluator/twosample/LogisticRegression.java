package io.mirrorlake.evaluator.twosample;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Logistic regression with a ridge of 1 on features scaled to unit deviation, fitted by Newton's
 * method: the maximum of {@code sum log p(y_i) - |b|^2 / 2}, as scikit-learn's default. O(rows x
 * features^2) a step.
 */
final class LogisticRegression {
  /** Newton's method doubles the right digits a step once it is near. */
  private static final int MOST_STEPS = 25;

  private static final double TOLERANCE = 1e-8;

  /** Weights of the features as they are, the intercept last. */
  private final double[] weights;

  private final double[] centres;
  private final double[] scales;

  private LogisticRegression(double[] weights, double[] centres, double[] scales) {
    this.weights = weights;
    this.centres = centres;
    this.scales = scales;
  }

  static LogisticRegression fit(float[][] features, boolean[] positive) {
    int width = features[0].length;
    double[] centres = new double[width];
    double[] scales = new double[width];
    for (int f = 0; f < width; f++) {
      int feature = f;
      double mean = Arrays.stream(features).mapToDouble(row -> row[feature]).average().orElse(0);
      double squares =
          Arrays.stream(features).mapToDouble(row -> Math.pow(row[feature] - mean, 2)).sum();
      centres[f] = mean;
      scales[f] = squares > 0 ? 1 / Math.sqrt(squares / features.length) : 0;
    }
    LogisticRegression model = new LogisticRegression(new double[width + 1], centres, scales);
    double[][] scaled = Arrays.stream(features).map(model::scaled).toArray(double[][]::new);
    double step = 1;
    for (int i = 0; i < MOST_STEPS && step > TOLERANCE; i++) {
      step = model.newton(scaled, positive);
    }
    return model;
  }

  private double[] scaled(float[] row) {
    double[] scaled = new double[row.length + 1];
    for (int f = 0; f < row.length; f++) {
      scaled[f] = (row[f] - centres[f]) * scales[f];
    }
    scaled[row.length] = 1;
    return scaled;
  }

  /** Moves the weights, and returns by how much at most. */
  private double newton(double[][] rows, boolean[] positive) {
    int size = weights.length;
    double[] slope = new double[size];
    double[][] curvature = new double[size][size];
    for (int i = 0; i < rows.length; i++) {
      double p = 1 / (1 + Math.exp(-dot(rows[i])));
      add(rows[i], (positive[i] ? 1 : 0) - p, Math.max(1e-6, p * (1 - p)), slope, curvature);
    }
    for (int f = 0; f < size; f++) {
      boolean intercept = f == size - 1;
      slope[f] -= intercept ? 0 : weights[f];
      curvature[f][f] += intercept ? 1e-9 : 1;
      for (int g = 0; g < f; g++) {
        curvature[g][f] = curvature[f][g];
      }
    }
    double[] step =
        new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-6, 1e-12)
            .getSolver()
            .solve(new ArrayRealVector(slope, false))
            .toArray();
    double largest = 0;
    for (int f = 0; f < size; f++) {
      weights[f] += step[f];
      largest = Math.max(largest, Math.abs(step[f]));
    }
    return largest;
  }

  private static void add(
      double[] row, double residual, double weight, double[] slope, double[][] curvature) {
    for (int f = 0; f < row.length; f++) {
      slope[f] += residual * row[f];
      double weighted = weight * row[f];
      double[] line = curvature[f];
      for (int g = 0; g <= f; g++) {
        line[g] += weighted * row[g];
      }
    }
  }

  private double dot(double[] row) {
    double sum = 0;
    for (int f = 0; f < row.length; f++) {
      sum += weights[f] * row[f];
    }
    return sum;
  }

  /** The log-odds of a row. */
  double score(float[] row) {
    return dot(scaled(row));
  }
}
