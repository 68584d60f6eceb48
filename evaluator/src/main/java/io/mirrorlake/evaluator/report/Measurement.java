package io.mirrorlake.evaluator.report;

import java.util.Optional;

/**
 * A score between its ends.
 *
 * @param score the synthetic table's score
 * @param standardError its standard error, as far as {@code docs/evaluation.md} says it counts
 * @param ceiling the score of the real holdout in the synthetic table's place: as good as real rows
 *     are; for an attack that of its control group
 * @param floor the score of independent marginals in its place: what knowing each column alone is
 *     worth; for an attack that of a naive guess
 * @param againstHoldout the synthetic table's score with the holdout in the place of train; a copy
 *     of train does no better here than the ceiling
 * @param alarmBound a score better than this is one that only rows taken from train can have
 */
public record Measurement(
    double score,
    double standardError,
    Optional<Double> ceiling,
    Optional<Double> floor,
    Optional<Double> againstHoldout,
    Optional<Double> alarmBound) {
  public Measurement {
    if (!Double.isFinite(score)
        || !finite(ceiling)
        || !finite(floor)
        || !finite(againstHoldout)
        || !finite(alarmBound)
        || !(standardError >= 0)) {
      throw new IllegalArgumentException(
          String.format(
              "score %s, ceiling %s, floor %s, error %s, against holdout %s, alarm bound %s",
              score, ceiling, floor, standardError, againstHoldout, alarmBound));
    }
  }

  private static boolean finite(Optional<Double> value) {
    return value.map(Double::isFinite).orElse(true);
  }

  /** A measurement with both ends and without the other optional scores. */
  public static Measurement of(double score, double standardError, double ceiling, double floor) {
    return of(score, standardError).withCeiling(ceiling).withFloor(floor);
  }

  /** A measurement without any optional score. */
  public static Measurement of(double score, double standardError) {
    return new Measurement(
        score,
        standardError,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a ceiling. */
  public Measurement withCeiling(double real) {
    return new Measurement(
        score, standardError, Optional.of(real), floor, againstHoldout, alarmBound);
  }

  /** The same with a floor. */
  public Measurement withFloor(double independent) {
    return new Measurement(
        score, standardError, ceiling, Optional.of(independent), againstHoldout, alarmBound);
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

  /** Whether it has a ceiling and a floor that are different. */
  public boolean hasWay() {
    return ceiling.isPresent() && floor.isPresent() && !ceiling.equals(floor);
  }

  /**
   * Where the score stands on the way from the floor (0) to the ceiling (1).
   *
   * @throws IllegalStateException where there is no {@linkplain #hasWay() way}
   */
  public double recovered() {
    if (!hasWay()) {
      throw new IllegalStateException("no way from " + floor + " to " + ceiling);
    }
    double from = floor.orElseThrow();
    return (score - from) / (ceiling.orElseThrow() - from);
  }
}
