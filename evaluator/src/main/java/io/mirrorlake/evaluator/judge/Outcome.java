package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.report.Measurement;
import java.util.Optional;

/**
 * What became of a metric, before it is judged.
 *
 * @param metric which
 * @param measurement the scores; empty where it could not be computed
 * @param obstacle why there can be no verdict; empty where there can
 */
public record Outcome(Metric metric, Optional<Measurement> measurement, Optional<String> obstacle) {
  public Outcome {
    if (measurement.isEmpty() && obstacle.isEmpty()) {
      throw new IllegalArgumentException(metric.key() + " has neither a score nor a reason why");
    }
    if (!metric.alarmed() && measurement.flatMap(Measurement::alarmBound).isPresent()) {
      throw new IllegalArgumentException(metric.key() + " has no alarm, but a bound for one");
    }
  }

  /** Scores to be judged. */
  public static Outcome measured(Metric metric, Measurement measurement) {
    return new Outcome(metric, Optional.of(measurement), Optional.empty());
  }

  /**
   * Scores that are shown, but say nothing here.
   *
   * @param why such as "a naive guess does as well as the attack"
   */
  public static Outcome saysNothing(Metric metric, Measurement measurement, String why) {
    return new Outcome(metric, Optional.of(measurement), Optional.of(why));
  }

  /** No scores, and why. */
  public static Outcome notComputed(Metric metric, String why) {
    return new Outcome(metric, Optional.empty(), Optional.of(why));
  }

  /**
   * The outcome where train and holdout are halves of what the generator saw: then no score tells
   * copies of one half from copies of the other.
   */
  Outcome ofSplit() {
    boolean silent = metric.group() == MetricGroup.PRIVACY && measurement.isPresent();
    return silent
        ? saysNothing(
            metric,
            measurement.get(),
            "there is no holdout that the generator never saw, so this says nothing about privacy")
        : this;
  }

  /** Scores to be judged, or a sentence on what they need. */
  public static Outcome ofNeeding(Metric metric, Optional<Measurement> measurement, String needed) {
    return measurement
        .map(found -> measured(metric, found))
        .orElseGet(() -> notComputed(metric, "needs at least " + needed + " in each table"));
  }
}
