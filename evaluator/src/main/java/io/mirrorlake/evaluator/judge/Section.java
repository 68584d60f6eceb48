package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import java.util.List;
import java.util.function.Function;

/**
 * A part of the evaluation: some metrics that are computed together.
 *
 * @param step what to tell a waiting user, such as "looking for copies"
 * @param metrics the metrics it has an outcome for, every time
 * @param examination computes them, as a pure function of the tables and options
 */
record Section(String step, List<Metric> metrics, Function<Case, Contribution> examination) {
  Section {
    metrics = List.copyOf(metrics);
  }

  /**
   * What the section found.
   *
   * @throws IllegalStateException if that is not one outcome for each of its metrics
   */
  Contribution examine(Case tables) {
    Contribution contribution = examination.apply(tables);
    List<Metric> found = contribution.outcomes().stream().map(Outcome::metric).toList();
    if (found.size() != metrics.size() || !found.containsAll(metrics)) {
      throw new IllegalStateException(
          "the section that is " + step + " has outcomes for " + found + ", not " + metrics);
    }
    return contribution;
  }
}
