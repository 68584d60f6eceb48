package io.mirrorlake.evaluator.utility;

/** A kind of model: learns from one table and predicts another. */
public interface Learner {
  /** The name for the report. */
  String name();

  /** Whether it can learn this task. */
  boolean handles(Task task);

  /**
   * Learns and predicts.
   *
   * @param task what is predicted
   * @param training the rows learned from, with at least two different labels
   * @param test the rows predicted
   * @param seed for all random choices
   * @return one row a test row: the probability of each class, or the predicted number alone
   */
  double[][] predict(Task task, LabelledTable training, LabelledTable test, long seed);
}
