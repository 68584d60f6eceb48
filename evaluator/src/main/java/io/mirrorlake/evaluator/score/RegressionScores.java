package io.mirrorlake.evaluator.score;

/**
 * The scores of predicted numbers.
 *
 * @param r2 1 - SS(residual) / SS(total) about the mean of the true values; 1 at best, below 0 for
 *     worse than that mean
 * @param r2StandardError the standard error of r2 by the delta method, with independent
 *     observations
 * @param rmse the root of the mean squared error, in units of the target
 */
public record RegressionScores(double r2, double r2StandardError, double rmse) {

  /**
   * The scores of these predictions.
   *
   * @param predicted the predictions
   * @param truth the true values, not all the same
   */
  public static RegressionScores of(double[] predicted, double[] truth) {
    int n = truth.length;
    double mean = 0;
    for (double value : truth) {
      mean += value / n;
    }
    double residual = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      residual += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
      total += (truth[i] - mean) * (truth[i] - mean);
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("the true values are all the same");
    }
    double ratio = residual / total;
    return new RegressionScores(
        1 - ratio, standardError(predicted, truth, mean, ratio), Math.sqrt(residual / n));
  }

  /**
   * With e the squared residuals and t the squared deviations: se = sqrt(sum (e - ratio t)^2) / sum
   * t.
   */
  private static double standardError(
      double[] predicted, double[] truth, double mean, double ratio) {
    double squares = 0;
    double total = 0;
    for (int i = 0; i < truth.length; i++) {
      double residual = (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
      double deviation = (truth[i] - mean) * (truth[i] - mean);
      squares += (residual - ratio * deviation) * (residual - ratio * deviation);
      total += deviation;
    }
    return Math.sqrt(squares) / total;
  }
}
