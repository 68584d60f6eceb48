package io.mirrorlake.evaluator.utility;

import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Train on synthetic, test on real with every column as the target in turn: how much of what train
 * teaches of the column, beyond its own distribution, the synthetic table teaches.
 *
 * @param scores one for each column that the others predict better than nothing
 */
public record EveryTarget(List<TargetScore> scores) {
  /** With less to learn, a ratio of what is learned is noise. */
  private static final double LEAST_GAIN = 0.05;

  private static final int MOST_CLASSES = 10;
  private static final int LEAST_ROWS = 200;

  public EveryTarget {
    scores = List.copyOf(scores);
  }

  /**
   * One target.
   *
   * @param target the column
   * @param synthetic the score of the model from synthetic rows
   * @param real that of the model from real rows
   * @param nothing the score of knowing nothing: 0.5 for areas, 0 for R2
   */
  public record TargetScore(String target, double synthetic, double real, double nothing) {
    /** The share of what can be learned that is, 0 to 1. */
    public double recovered() {
      return Math.max(0, Math.min(1, (synthetic - nothing) / (real - nothing)));
    }
  }

  /**
   * Trains and tests.
   *
   * @param train real rows
   * @param synthetic the rows in question
   * @param test other real rows
   * @param learner a fast learner
   * @param seed for all random choices
   */
  public static EveryTarget of(
      SampleTable train, SampleTable synthetic, SampleTable test, Learner learner, long seed) {
    return new EveryTarget(
        IntStream.range(0, train.width())
            .parallel()
            .mapToObj(c -> score(train, synthetic, test, learner, c, seed))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<TargetScore> score(
      SampleTable train,
      SampleTable synthetic,
      SampleTable test,
      Learner learner,
      int column,
      long seed) {
    if (train.append(test).column(column).distinct() < 2) {
      return Optional.empty();
    }
    TargetCoder coder = TargetCoder.of(train.append(test), train.column(column).name());
    Task task = coder.task();
    LabelledTable real = coder.label(train);
    LabelledTable made = coder.label(synthetic);
    LabelledTable tested = coder.label(test);
    if (task.classes().size() > MOST_CLASSES
        || Math.min(real.rows(), tested.rows()) < LEAST_ROWS
        || Math.min(real.distinctLabels(), tested.distinctLabels()) < 2) {
      return Optional.empty();
    }
    double nothing = task.isRegression() ? 0 : 0.5;
    double best = ModelComparison.score(task, tested, learner.predict(task, real, tested, seed));
    if (best - nothing < LEAST_GAIN) {
      return Optional.empty();
    }
    double score =
        made.rows() < 2 || made.distinctLabels() < 2
            ? nothing
            : ModelComparison.score(task, tested, learner.predict(task, made, tested, seed));
    return Optional.of(new TargetScore(train.column(column).name(), score, best, nothing));
  }

  /** The mean share of what can be learned that is. */
  public double recovered() {
    return scores.stream().mapToDouble(TargetScore::recovered).average().orElse(0);
  }
}
