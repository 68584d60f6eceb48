package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.report.Measurement;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The findings of one function on each table of the {@link Lineup}.
 *
 * @param synthetic on the synthetic table
 * @param ceiling on the holdout
 * @param floor on independent marginals
 * @param resamples on bootstrap samples of train
 */
record Scored<T>(T synthetic, T ceiling, T floor, List<T> resamples) {
  /**
   * Standard deviations from the bootstrap mean: with 9 degrees of freedom 1 in 600 by Student's t.
   */
  private static final double ALARM_DEVIATIONS = 4;

  Scored {
    resamples = List.copyOf(resamples);
  }

  /** The measurement of one score, with a bound for the alarm if the metric has one. */
  Measurement measurement(Metric metric, ToDoubleFunction<T> score) {
    double mean = resamples.stream().mapToDouble(score).average().orElseThrow();
    double squares =
        resamples.stream().mapToDouble(one -> Math.pow(score.applyAsDouble(one) - mean, 2)).sum();
    double deviation = Math.sqrt(squares / (resamples.size() - 1));
    Measurement measurement =
        Measurement.of(
            score.applyAsDouble(synthetic),
            deviation,
            score.applyAsDouble(ceiling),
            score.applyAsDouble(floor));
    double better = metric.gain(1, 0) * ALARM_DEVIATIONS * deviation;
    return metric.alarmed() ? measurement.withAlarmBound(mean + better) : measurement;
  }
}
