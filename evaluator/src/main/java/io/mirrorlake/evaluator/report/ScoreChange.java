package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.report.ScoreComparison.Score;

/**
 * One score here and on the other side.
 *
 * @param metric which
 * @param score here
 * @param other there
 * @param error the standard error of the difference
 * @param direction whether the difference is one, and which
 */
public record ScoreChange(
    Metric metric, double score, double other, double error, Direction direction) {
  /** Which side is better. */
  public enum Direction {
    /** This report, beyond sampling error. */
    BETTER,
    /** The other side, beyond sampling error. */
    WORSE,
    /** Neither. */
    SAME
  }

  /**
   * Standard errors that make a difference: exceeded by chance in 1 of 1,000 comparisons, so in one
   * of 15 reports with 70 scores.
   */
  private static final double DEVIATIONS = 3.29;

  /** Scores that are counted over all rows have no error; smaller changes of them are of no use. */
  private static final double SMALLEST = 5e-4;

  static ScoreChange of(Metric metric, Measurement here, Score there) {
    double error = Math.hypot(here.standardError(), there.standardError());
    double gain = metric.gain(here.score(), there.score());
    double bound = Math.max(SMALLEST, DEVIATIONS * error);
    Direction direction =
        gain > bound ? Direction.BETTER : gain < -bound ? Direction.WORSE : Direction.SAME;
    return new ScoreChange(metric, here.score(), there.score(), error, direction);
  }

  /** By how much this report is better; negative where it is worse. */
  public double gain() {
    return metric.gain(score, other);
  }
}
