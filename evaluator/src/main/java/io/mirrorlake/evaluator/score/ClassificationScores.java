package io.mirrorlake.evaluator.score;

/**
 * The scores of a classifier's probabilities. For two classes the area under the curve and F1 are
 * those of the second; for more they are means over the classes, each against the rest, without
 * weights (macro). A class without a row in the test data, or with all of them, is left out of the
 * area.
 *
 * @param auc the area under the curve, 0 to 1
 * @param aucStandardError DeLong's standard error of the area; for more than two classes the root
 *     mean of the squares, which assumes the classes' errors to be wholly dependent and so is too
 *     large rather than too small
 * @param f1 the harmonic mean of precision and recall of the most probable class, 0 to 1
 */
public record ClassificationScores(double auc, double aucStandardError, double f1) {

  /**
   * The scores of these probabilities.
   *
   * @param probabilities one row of class probabilities an observation
   * @param truth the true class of each observation, 0 to classes - 1
   * @param classes the number of classes, at least 2
   */
  public static ClassificationScores of(double[][] probabilities, int[] truth, int classes) {
    int first = classes == 2 ? 1 : 0;
    double areas = 0;
    double squares = 0;
    double f1 = 0;
    int scored = 0;
    int[] predicted = mostProbable(probabilities);
    for (int k = first; k < classes; k++) {
      f1 += f1(predicted, truth, k);
      int positives = count(truth, k);
      if (positives > 0 && positives < truth.length) {
        RocCurve curve = againstRest(probabilities, truth, k);
        areas += curve.area();
        squares += curve.standardError() * curve.standardError();
        scored++;
      }
    }
    if (scored == 0) {
      throw new IllegalArgumentException("the test data has only one class");
    }
    return new ClassificationScores(
        areas / scored, Math.sqrt(squares / scored), f1 / (classes - first));
  }

  private static RocCurve againstRest(double[][] probabilities, int[] truth, int k) {
    double[] scores = new double[truth.length];
    boolean[] positive = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      scores[i] = probabilities[i][k];
      positive[i] = truth[i] == k;
    }
    return RocCurve.of(scores, positive);
  }

  private static int[] mostProbable(double[][] probabilities) {
    int[] predicted = new int[probabilities.length];
    for (int i = 0; i < predicted.length; i++) {
      for (int k = 1; k < probabilities[i].length; k++) {
        predicted[i] = probabilities[i][k] > probabilities[i][predicted[i]] ? k : predicted[i];
      }
    }
    return predicted;
  }

  private static int count(int[] truth, int k) {
    int count = 0;
    for (int value : truth) {
      count += value == k ? 1 : 0;
    }
    return count;
  }

  /** 2 TP / (2 TP + FP + FN), and 0 where the class neither occurs nor is predicted. */
  private static double f1(int[] predicted, int[] truth, int k) {
    int hits = 0;
    int either = 0;
    for (int i = 0; i < truth.length; i++) {
      hits += predicted[i] == k && truth[i] == k ? 1 : 0;
      either += (predicted[i] == k ? 1 : 0) + (truth[i] == k ? 1 : 0);
    }
    return either == 0 ? 0 : 2.0 * hits / either;
  }
}
