package io.mirrorlake.evaluator.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of an evaluation. Holds statistics of real data: as confidential as the data itself.
 *
 * @param subject what was evaluated and how
 * @param metrics one result for each {@link Metric}, in their order
 * @param details what lies behind them
 * @param notes what a reader should know about this run
 */
public record EvaluationReport(
    Subject subject, List<MetricResult> metrics, Details details, List<String> notes) {
  /** The version of the JSON's keys; a change that readers would stumble over raises it. */
  public static final int VERSION = 1;

  public EvaluationReport {
    metrics = List.copyOf(metrics);
    notes = List.copyOf(notes);
    List<Metric> order = metrics.stream().map(MetricResult::metric).toList();
    if (!order.equals(Arrays.asList(Metric.values()))) {
      throw new IllegalArgumentException(
          "a report needs each metric once and in order, not " + order);
    }
  }

  /** The worst of the metrics' verdicts; WARN where none could be computed. */
  public Verdict verdict() {
    return metrics.stream()
        .map(MetricResult::verdict)
        .flatMap(Optional::stream)
        .reduce(Verdict::and)
        .orElse(Verdict.WARN);
  }

  /** Whether any metric says that rows of train were memorised. */
  public boolean alarm() {
    return metrics.stream().anyMatch(MetricResult::alarm);
  }

  /** The result of one metric. */
  public MetricResult result(Metric metric) {
    return metrics.stream().filter(result -> result.metric() == metric).findFirst().orElseThrow();
  }
}
