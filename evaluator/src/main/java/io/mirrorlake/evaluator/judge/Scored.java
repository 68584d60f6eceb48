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
   * One more score of train's own distribution is beyond the resamples' mean by more than so many
   * of their standard deviations in 1 of 1,000 evaluations: 4.297, the quantile of Student's t with
   * 9 degrees of freedom, times sqrt(1 + 1/10), because the mean of 10 has an error too.
   */
  private static final double ALARM_DEVIATIONS = 4.297 * Math.sqrt(1 + 1.0 / Lineup.RESAMPLES);

  Scored {
    resamples = List.copyOf(resamples);
  }

  /**
   * The measurement of one score, with a bound for the alarm if the metric has one.
   *
   * <p>The bound is for the best that an honest generator can be, which draws rows independently.
   * That is either train's own distribution, as the resamples have it, or the population's, as the
   * holdout has it; some statistics are kinder to the one, some to the other, so the better of the
   * two counts.
   */
  Measurement measurement(Metric metric, ToDoubleFunction<T> score) {
    double mean = resamples.stream().mapToDouble(score).average().orElseThrow();
    double deviation = Math.sqrt(variance(resamples, score));
    double real = score.applyAsDouble(ceiling);
    Measurement measurement =
        Measurement.of(score.applyAsDouble(synthetic), deviation, real, score.applyAsDouble(floor));
    if (!metric.alarmed()) {
      return measurement;
    }
    double honest = metric.gain(real, mean) > 0 ? real : mean;
    return measurement.withAlarmBound(honest + metric.gain(1, 0) * ALARM_DEVIATIONS * deviation);
  }

  /** The variance of one score among resamples. */
  static <T> double variance(List<T> resamples, ToDoubleFunction<T> score) {
    double mean = resamples.stream().mapToDouble(score).average().orElseThrow();
    double squares =
        resamples.stream().mapToDouble(one -> Math.pow(score.applyAsDouble(one) - mean, 2)).sum();
    return squares / (resamples.size() - 1);
  }
}
