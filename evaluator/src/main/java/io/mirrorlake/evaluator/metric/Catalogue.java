package io.mirrorlake.evaluator.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every metric there is, in the order of the report: by group, and in a group as listed there. */
public final class Catalogue {
  private static final Map<String, Metric> BY_KEY = byKey();

  private Catalogue() {}

  private static Map<String, Metric> byKey() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    Stream.of(
            ColumnMetrics.all(),
            PairMetrics.all(),
            JointMetrics.all(),
            MissingMetrics.all(),
            UtilityMetrics.all(),
            QueryMetrics.all(),
            PrivacyMetrics.all(),
            AttackMetrics.all(),
            RelationMetrics.all(),
            SequenceMetrics.all())
        .flatMap(List::stream)
        .forEach(
            metric -> {
              if (metrics.put(metric.key(), metric) != null) {
                throw new IllegalStateException("two metrics have the key " + metric.key());
              }
            });
    return metrics;
  }

  /** All metrics. */
  public static List<Metric> all() {
    return List.copyOf(BY_KEY.values());
  }

  /** The metric with a key. */
  public static Optional<Metric> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** The place of a metric in the report's order. */
  public static int place(Metric metric) {
    int place = all().indexOf(metric);
    if (place < 0) {
      throw new IllegalArgumentException("metric " + metric.key() + " is not in the catalogue");
    }
    return place;
  }
}
