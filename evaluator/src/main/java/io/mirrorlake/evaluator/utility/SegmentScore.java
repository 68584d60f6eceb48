package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often two models are right in one group of test rows.
 *
 * @param column the label column that tells groups apart
 * @param label the group
 * @param rows its test rows
 * @param real the share of them that the model from real rows predicts right
 * @param synthetic the share that the model from synthetic rows predicts right
 */
public record SegmentScore(String column, String label, int rows, double real, double synthetic) {
  /** With fewer rows the difference of two shares has a standard error above 5 points. */
  private static final int LEAST_ROWS = 200;

  private static final int MOST_LABELS = 12;

  /** How much worse the model from synthetic rows is. */
  public double gap() {
    return real - synthetic;
  }

  /**
   * The groups of test rows by the label of one column, for each column with up to 12 labels; those
   * with at least 200 rows.
   *
   * @param test the test rows of a classification
   * @param real the predictions of the model from real rows
   * @param synthetic those of the model from synthetic rows
   */
  public static List<SegmentScore> of(LabelledTable test, double[][] real, double[][] synthetic) {
    List<SegmentScore> scores = new ArrayList<>();
    for (SampleColumn column : test.features().columns()) {
      if (column instanceof CategoryColumn categories && column.distinct() <= MOST_LABELS) {
        for (int code = 0; code < categories.labels().size(); code++) {
          int group = code;
          int[] rows =
              IntStream.range(0, test.rows())
                  .filter(row -> categories.code(row) == group)
                  .toArray();
          if (rows.length >= LEAST_ROWS) {
            scores.add(
                new SegmentScore(
                    column.name(),
                    categories.labels().get(code),
                    rows.length,
                    accuracy(test, rows, real),
                    accuracy(test, rows, synthetic)));
          }
        }
      }
    }
    return scores;
  }

  private static double accuracy(LabelledTable test, int[] rows, double[][] predictions) {
    int right = 0;
    for (int row : rows) {
      right += test.label(row) == predicted(predictions[row]) ? 1 : 0;
    }
    return (double) right / rows.length;
  }

  /** The class with the highest probability. */
  static int predicted(double[] probabilities) {
    int best = 0;
    for (int k = 0; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }
}
