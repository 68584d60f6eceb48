package io.mirrorlake.evaluator.metric;

import java.util.List;

/** Metrics of rows that follow each other: the events of one entity, ordered by a time. */
public final class SequenceMetrics {
  private static final String SHUFFLED =
      "Ceiling: other real entities; floor: their events in random order";

  /** How many events an entity has. */
  public static final Metric LENGTH_DISTANCE =
      Metric.lower("sequenceLengthDistance", "Sequence length distance", MetricGroup.SEQUENCES)
          .meaning(
              "Kolmogorov-Smirnov distance of the numbers of events of real and of synthetic entities that have any.",
              "Ceiling: other real entities")
          .judged(Rule.distance(0.03, 0.10));

  /** When they come. */
  public static final Metric GAP_DISTANCE =
      Metric.lower("gapDistance", "Gap distance", MetricGroup.SEQUENCES)
          .meaning(
              "Kolmogorov-Smirnov distance of the times from each event of an entity to its next one.",
              "Ceiling: other real entities; floor: events dealt to entities at random")
          .judged(Rule.way(0.60, 0.15));

  /** Whether a value depends on those before. */
  public static final Metric AUTOCORRELATION_ERROR =
      Metric.lower("autocorrelationError", "Autocorrelation error", MetricGroup.SEQUENCES)
          .meaning(
              "Mean difference of the rank autocorrelations about each entity's own mean, at lags 1 to 3, over columns of numbers.",
              SHUFFLED)
          .judged(Rule.way(0.60, 0.15));

  /** What comes after what. */
  public static final Metric TRANSITION_ERROR =
      Metric.lower("transitionError", "Transition error", MetricGroup.SEQUENCES)
          .meaning(
              "Mean total variation distance between what comes next after a label in the real and in the synthetic sequences, over columns of labels.",
              SHUFFLED)
          .judged(Rule.way(0.60, 0.15));

  /** What comes first and last. */
  public static final Metric PLACE_ERROR =
      Metric.lower("sequencePlaceError", "First and last error", MetricGroup.SEQUENCES)
          .meaning(
              "Mean total variation distance of the values of an entity's first event, of its last one, and of those between.",
              SHUFFLED)
          .judged(Rule.way(0.60, 0.15));

  private SequenceMetrics() {}

  /** All of them, in the order of the report. */
  public static List<Metric> all() {
    return List.of(
        LENGTH_DISTANCE, GAP_DISTANCE, AUTOCORRELATION_ERROR, TRANSITION_ERROR, PLACE_ERROR);
  }
}
