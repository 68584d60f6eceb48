package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.boosting.BoostedTrees;
import io.mirrorlake.evaluator.boosting.BoostingOptions;
import io.mirrorlake.evaluator.boosting.Loss;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Permutation importance (Breiman 2001): by how much the squared error of boosted trees grows on
 * test rows when one feature is shuffled there. Of a classification the trees predict the last
 * class, against all others.
 */
public final class FeatureImportance {
  private FeatureImportance() {}

  /** The importance of each feature, for trees that learned from {@code training}. */
  public static double[] of(Task task, LabelledTable training, LabelledTable test, long seed) {
    Loss loss = task.isRegression() ? Loss.SQUARED : Loss.LOGISTIC;
    BoostedTrees trees =
        BoostedTrees.fit(
            training.features(), response(task, training), loss, BoostingOptions.of(seed));
    double[] truth = response(task, test);
    double before = squaredError(trees, test.features(), truth);
    double[] importance = new double[test.features().width()];
    IntStream.range(0, importance.length)
        .parallel()
        .forEach(
            f ->
                importance[f] =
                    squaredError(trees, shuffled(test.features(), f, seed), truth) - before);
    return importance;
  }

  private static double[] response(Task task, LabelledTable table) {
    int last = task.classes().size() - 1;
    return task.isRegression()
        ? table.labels()
        : Arrays.stream(table.labels()).map(label -> label == last ? 1 : 0).toArray();
  }

  private static SampleTable shuffled(SampleTable table, int feature, long seed) {
    List<SampleColumn> columns = new ArrayList<>(table.columns());
    int[] order = Draw.of(seed, "importance " + feature).permutation(table.rows());
    columns.set(feature, table.column(feature).take(order));
    return SampleTable.of(columns);
  }

  private static double squaredError(BoostedTrees trees, SampleTable table, double[] truth) {
    double[] predicted = trees.predictions(table);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += (predicted[i] - truth[i]) * (predicted[i] - truth[i]) / truth.length;
    }
    return sum;
  }
}
