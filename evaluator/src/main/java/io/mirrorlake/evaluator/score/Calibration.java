package io.mirrorlake.evaluator.score;

/**
 * Whether predicted probabilities are true.
 *
 * @param expectedError the expected calibration error (Naeini et al. 2015): the mean over rows of
 *     |accuracy - confidence| in ten bins of equal width by the probability of the most probable
 *     class
 * @param brier the mean squared error of the probabilities; of two classes that of the second, of
 *     more the sum over classes (Brier 1950)
 */
public record Calibration(double expectedError, double brier) {
  private static final int BINS = 10;

  /**
   * The calibration of these probabilities.
   *
   * @param probabilities one row of class probabilities an observation, at least one
   * @param truth the true class of each
   */
  public static Calibration of(double[][] probabilities, int[] truth) {
    double[] confidence = new double[BINS];
    double[] hits = new double[BINS];
    double brier = 0;
    for (int i = 0; i < truth.length; i++) {
      double[] row = probabilities[i];
      int best = 0;
      for (int k = 0; k < row.length; k++) {
        best = row[k] > row[best] ? k : best;
        double miss = row[k] - (truth[i] == k ? 1 : 0);
        brier += miss * miss / (row.length == 2 ? 2 : 1);
      }
      int bin = Math.min(BINS - 1, (int) (row[best] * BINS));
      confidence[bin] += row[best];
      hits[bin] += truth[i] == best ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(hits[bin] - confidence[bin]);
    }
    return new Calibration(error / truth.length, brier / truth.length);
  }
}
