package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.score.Calibration;
import io.mirrorlake.evaluator.score.ClassificationScores;
import io.mirrorlake.evaluator.score.RankAgreement;
import io.mirrorlake.evaluator.score.RegressionScores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What boosted trees learn from synthetic rows beside what they learn from real ones, tested on the
 * same real rows.
 *
 * @param real the score of the model from real rows: area under the curve or R2
 * @param augmented the score of a model from the real and the synthetic rows together
 * @param realCalibration of the model from real rows; empty for a regression
 * @param syntheticCalibration of the model from synthetic rows; empty for a regression
 * @param importanceAgreement Spearman's correlation of the two models' permutation importances
 * @param groups what becomes of the groups that were named; empty for a regression
 * @param segments how often the models are right in groups of test rows; empty for a regression
 */
public record ModelComparison(
    double real,
    double augmented,
    Optional<Calibration> realCalibration,
    Optional<Calibration> syntheticCalibration,
    double importanceAgreement,
    List<GroupScore> groups,
    List<SegmentScore> segments) {
  public ModelComparison {
    groups = List.copyOf(groups);
    segments = List.copyOf(segments);
  }

  /**
   * Compares models.
   *
   * @param task what is predicted
   * @param tables what is learned from and tested on; train and the synthetic table have at least
   *     two labels
   * @param learner the learner
   * @param groups columns that tell the groups to look at
   * @param seed for all random choices
   */
  public static ModelComparison of(
      Task task,
      TrainSyntheticTestReal.Tables tables,
      Learner learner,
      List<String> groups,
      long seed) {
    double[][] real = learner.predict(task, tables.train(), tables.test(), seed);
    double[][] synthetic = learner.predict(task, tables.synthetic(), tables.test(), seed);
    double[][] augmented =
        learner.predict(task, together(tables.train(), tables.synthetic()), tables.test(), seed);
    double agreement =
        RankAgreement.spearman(
            FeatureImportance.of(task, tables.train(), tables.test(), seed),
            FeatureImportance.of(task, tables.synthetic(), tables.test(), seed));
    return new ModelComparison(
        score(task, tables.test(), real),
        score(task, tables.test(), augmented),
        calibration(task, tables.test(), real),
        calibration(task, tables.test(), synthetic),
        agreement,
        task.isRegression() ? List.of() : GroupScore.of(tables.test(), groups, real, synthetic),
        task.isRegression() ? List.of() : SegmentScore.of(tables.test(), real, synthetic));
  }

  private static LabelledTable together(LabelledTable first, LabelledTable second) {
    double[] labels =
        DoubleStream.concat(Arrays.stream(first.labels()), Arrays.stream(second.labels()))
            .toArray();
    return LabelledTable.of(first.features().append(second.features()), labels);
  }

  /** Area under the curve, macro area, or R2. */
  static double score(Task task, LabelledTable test, double[][] predictions) {
    if (task.isRegression()) {
      double[] predicted = Arrays.stream(predictions).mapToDouble(row -> row[0]).toArray();
      return RegressionScores.of(predicted, test.labels()).r2();
    }
    return ClassificationScores.of(predictions, truth(test), task.classes().size()).auc();
  }

  private static Optional<Calibration> calibration(
      Task task, LabelledTable test, double[][] predictions) {
    return task.isRegression()
        ? Optional.empty()
        : Optional.of(Calibration.of(predictions, truth(test)));
  }

  private static int[] truth(LabelledTable test) {
    return IntStream.range(0, test.rows()).map(row -> (int) test.label(row)).toArray();
  }
}
