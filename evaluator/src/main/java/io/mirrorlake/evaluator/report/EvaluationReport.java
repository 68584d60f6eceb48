package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.panel.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of an evaluation. Holds statistics of real data: as confidential as the data itself.
 *
 * @param subject what was evaluated and how
 * @param metrics one result for each metric that applies, in the order of the {@link Catalogue}
 * @param details what lies behind the metrics that have a form of their own
 * @param panels what lies behind all others
 * @param comparisons the scores beside others
 * @param notes what a reader should know about this run
 */
public record EvaluationReport(
    Subject subject,
    List<MetricResult> metrics,
    Details details,
    List<Panel> panels,
    List<ScoreComparison> comparisons,
    List<String> notes) {
  /** The version of the JSON's keys; a change that readers would stumble over raises it. */
  public static final int VERSION = 1;

  public EvaluationReport {
    metrics = List.copyOf(metrics);
    panels = List.copyOf(panels);
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
    int last = -1;
    for (MetricResult result : metrics) {
      int place = Catalogue.place(result.metric());
      if (place <= last) {
        throw new IllegalArgumentException(
            "metric " + result.metric().key() + " stands twice or out of order");
      }
      last = place;
    }
    Set<String> keys = new HashSet<>();
    for (Panel panel : panels) {
      if (!keys.add(panel.label().key())) {
        throw new IllegalArgumentException("two panels have the key " + panel.label().key());
      }
    }
  }

  /** A report without comparisons. */
  public static EvaluationReport of(
      Subject subject,
      List<MetricResult> metrics,
      Details details,
      List<Panel> panels,
      List<String> notes) {
    return new EvaluationReport(subject, metrics, details, panels, List.of(), notes);
  }

  /** The same with its scores beside those of an earlier report. */
  public EvaluationReport comparedWith(EarlierReport earlier) {
    return with(
        ScoreComparison.of(
            ScoreComparison.Kind.BASELINE, earlier.place(), metrics, earlier.scores()));
  }

  /**
   * The same with its scores beside those of another generator's rows.
   *
   * @param other the report on these rows, against the same real ones
   * @param name what a reader calls the other generator
   */
  public EvaluationReport comparedWith(EvaluationReport other, String name) {
    Map<String, ScoreComparison.Score> scores = new LinkedHashMap<>();
    for (MetricResult result : other.metrics) {
      result
          .measurement()
          .ifPresent(
              one ->
                  scores.put(
                      result.metric().key(),
                      new ScoreComparison.Score(one.score(), one.standardError())));
    }
    return with(ScoreComparison.of(ScoreComparison.Kind.GENERATOR, name, metrics, scores));
  }

  private EvaluationReport with(ScoreComparison comparison) {
    List<ScoreComparison> all = new ArrayList<>(comparisons);
    all.add(comparison);
    return new EvaluationReport(subject, metrics, details, panels, all, notes);
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

  /** The result of one metric, or empty where it does not apply to these tables. */
  public Optional<MetricResult> find(Metric metric) {
    return metrics.stream().filter(result -> result.metric().equals(metric)).findFirst();
  }

  /** The result of one metric that is known to apply. */
  public MetricResult result(Metric metric) {
    return find(metric).orElseThrow();
  }

  /** The panels of one part of the report. */
  public List<Panel> panels(MetricGroup group) {
    return panels.stream().filter(panel -> panel.label().group() == group).toList();
  }
}
