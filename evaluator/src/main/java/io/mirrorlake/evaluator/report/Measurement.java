package io.mirrorlake.evaluator.report;

import java.util.Optional;

/**
 * A score between its ends.
 *
 * @param score the synthetic table's score
 * @param standardError its standard error, as far as {@code docs/evaluation.md} says it counts
 * @param ceiling the score of the real holdout in the synthetic table's place: as good as real rows
 *     are
 * @param floor the score of independent marginals in its place: what knowing each column alone is
 *     worth
 * @param againstHoldout the synthetic table's score with the holdout in the place of train; a copy
 *     of train does no better here than the ceiling
 * @param alarmBound a score better than this is one that only rows taken from train can have
 */
public record Measurement(
    double score,
    double standardError,
    double ceiling,
    double floor,
    Optional<Double> againstHoldout,
    Optional<Double> alarmBound) {
  public Measurement {
    if (!Double.isFinite(score)
        || !Double.isFinite(ceiling)
        || !Double.isFinite(floor)
        || !(standardError >= 0)) {
      throw new IllegalArgumentException(
          "score "
              + score
              + ", ceiling "
              + ceiling
              + ", floor "
              + floor
              + ", error "
              + standardError);
    }
  }

  /** A measurement without the optional scores. */
  public static Measurement of(double score, double standardError, double ceiling, double floor) {
    return new Measurement(
        score, standardError, ceiling, floor, Optional.empty(), Optional.empty());
  }

  /** The same with the score against the holdout. */
  public Measurement withAgainstHoldout(double other) {
    return new Measurement(score, standardError, ceiling, floor, Optional.of(other), alarmBound);
  }

  /** The same with a bound for alarms. */
  public Measurement withAlarmBound(double bound) {
    return new Measurement(
        score, standardError, ceiling, floor, againstHoldout, Optional.of(bound));
  }

  /**
   * Where the score stands on the way from the floor (0) to the ceiling (1); NaN where both are the
   * same.
   */
  public double recovered() {
    return (score - floor) / (ceiling - floor);
  }
}
