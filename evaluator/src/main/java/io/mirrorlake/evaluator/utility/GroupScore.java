package io.mirrorlake.evaluator.utility;

import java.util.List;

/**
 * What a model from synthetic rows does to one group, beside a model from real rows.
 *
 * @param columns the columns that tell the group
 * @param group the group
 * @param rows its test rows
 * @param real the share of them that the model from real rows predicts right
 * @param synthetic the share that the model from synthetic rows predicts right
 * @param standardError of the difference of the two shares, row by row: {@code sd(d) / sqrt(n)},
 *     where d is 1, 0 or -1
 * @param shift the total variation distance between the classes that the two models predict; of two
 *     classes, the change of the rate at which either is predicted
 */
public record GroupScore(
    String columns,
    String group,
    int rows,
    double real,
    double synthetic,
    double standardError,
    double shift) {
  /** How much worse the model from synthetic rows is. */
  public double gap() {
    return real - synthetic;
  }

  /**
   * The groups of test rows of these columns and of each two of them, with at least 200 rows.
   *
   * @param test the test rows of a classification
   * @param columns the columns that tell groups
   * @param real the predictions of the model from real rows
   * @param synthetic those of the model from synthetic rows
   */
  public static List<GroupScore> of(
      LabelledTable test, List<String> columns, double[][] real, double[][] synthetic) {
    return TestGroup.of(test.features(), columns).stream()
        .map(group -> of(group, test, real, synthetic))
        .toList();
  }

  private static GroupScore of(
      TestGroup group, LabelledTable test, double[][] real, double[][] synthetic) {
    int n = group.rows().length;
    int rightReal = 0;
    int rightSynthetic = 0;
    int different = 0;
    double[] shares = new double[real[0].length];
    for (int row : group.rows()) {
      int one = SegmentScore.predicted(real[row]);
      int other = SegmentScore.predicted(synthetic[row]);
      boolean ofReal = test.label(row) == one;
      boolean ofSynthetic = test.label(row) == other;
      rightReal += ofReal ? 1 : 0;
      rightSynthetic += ofSynthetic ? 1 : 0;
      different += ofReal == ofSynthetic ? 0 : 1;
      shares[one] += 1.0 / n;
      shares[other] -= 1.0 / n;
    }
    double shift = 0;
    for (double share : shares) {
      shift += Math.abs(share) / 2;
    }
    double mean = (double) (rightReal - rightSynthetic) / n;
    double variance = ((double) different / n - mean * mean) / (n - 1);
    return new GroupScore(
        group.columns(),
        group.name(),
        n,
        (double) rightReal / n,
        (double) rightSynthetic / n,
        Math.sqrt(Math.max(0, variance)),
        shift);
  }
}
