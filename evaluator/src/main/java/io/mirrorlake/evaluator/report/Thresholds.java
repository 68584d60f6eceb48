package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where verdicts change: each judged metric's own limits, unless others were set. What a limit
 * means is said by the metric's {@link io.mirrorlake.evaluator.metric.Rule rule}. The defaults are
 * such that a real holdout passes everywhere, independent marginals fail wherever the columns
 * depend on each other, and a Gaussian copula of good workmanship on mixed data passes or warns.
 *
 * @param changed the limits that are not the defaults, by the key of the metric
 */
public record Thresholds(Map<String, Band> changed) {
  public Thresholds {
    changed.forEach(Thresholds::require);
    changed = Map.copyOf(changed);
  }

  /** The defaults; {@code docs/evaluation.md} says where each comes from. */
  public static Thresholds defaults() {
    return new Thresholds(Map.of());
  }

  /** The same with other limits for one metric. */
  public Thresholds with(Metric metric, Band band) {
    Map<String, Band> bands = new LinkedHashMap<>(changed);
    bands.put(metric.key(), band);
    return new Thresholds(bands);
  }

  /** The limits of a metric, or empty for one that is not judged. */
  public Optional<Band> of(Metric metric) {
    return metric.rule().band().map(fallback -> changed.getOrDefault(metric.key(), fallback));
  }

  private static void require(String key, Band band) {
    Metric metric =
        Catalogue.find(key)
            .filter(found -> found.rule().band().isPresent())
            .orElseThrow(
                () ->
                    UserException.of(
                        ErrorKind.CONFIGURATION,
                        "evaluation option thresholds." + key + " names no metric with a verdict",
                        "choose among "
                            + Catalogue.all().stream()
                                .filter(one -> one.rule().band().isPresent())
                                .map(Metric::key)
                                .toList()));
    metric
        .obstacle(band)
        .ifPresent(
            wanted -> {
              throw EvaluationOptions.invalid(
                  "thresholds." + key, "warn " + band.warn() + ", fail " + band.fail(), wanted);
            });
  }
}
