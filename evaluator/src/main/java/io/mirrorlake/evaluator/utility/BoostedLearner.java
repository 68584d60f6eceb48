package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.boosting.BoostedTrees;
import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.boosting.Loss;
import java.util.Arrays;

/** The evaluator's own boosted trees; several classes are learned each against the rest. */
public final class BoostedLearner implements Learner {
  /** One model a class: with more classes than this it takes longer than it tells. */
  private static final int MAX_CLASSES = 10;

  private BoostedLearner() {}

  /** The learner. */
  public static BoostedLearner of() {
    return new BoostedLearner();
  }

  @Override
  public String name() {
    return "histogram boosting";
  }

  @Override
  public boolean handles(Task task) {
    return task.classes().size() <= MAX_CLASSES;
  }

  @Override
  public double[][] predict(Task task, LabelledTable training, LabelledTable test, long seed) {
    double[][] predictions = new double[test.rows()][Math.max(1, task.classes().size())];
    if (task.isRegression()) {
      fill(predictions, 0, predict(training, training.labels(), Loss.SQUARED, test, seed));
    } else if (task.isBinary()) {
      double[] second = predict(training, training.labels(), Loss.LOGISTIC, test, seed);
      fill(predictions, 1, second);
      fill(predictions, 0, Arrays.stream(second).map(p -> 1 - p).toArray());
    } else {
      for (int k = 0; k < task.classes().size(); k++) {
        int wanted = k;
        double[] response =
            Arrays.stream(training.labels()).map(y -> y == wanted ? 1 : 0).toArray();
        fill(predictions, k, predict(training, response, Loss.LOGISTIC, test, seed));
      }
    }
    return predictions;
  }

  private static double[] predict(
      LabelledTable training, double[] response, Loss loss, LabelledTable test, long seed) {
    return BoostedTrees.fit(training.features(), response, loss, BoostingOptions.of(seed))
        .predictions(test.features());
  }

  private static void fill(double[][] predictions, int column, double[] values) {
    for (int row = 0; row < values.length; row++) {
      predictions[row][column] = values[row];
    }
  }
}
