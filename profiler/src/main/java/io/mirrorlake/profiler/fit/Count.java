package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How often a text occurs, as it is told.
 *
 * @param text the text
 * @param rows the rows, rounded by the rule
 */
record Count(String text, long rows) {
  /** Most frequent first as it is told: the order of real counts would tell of single rows. */
  private static final Comparator<Count> ORDER =
      Comparator.comparingLong((Count count) -> -count.rows()).thenComparing(Count::text);

  /**
   * The texts with their counts as they are told, the most frequent first.
   *
   * @param what what texts are, for the names of their counts
   */
  static List<Count> of(Collection<Map.Entry<String, Tally>> texts, ColumnRule rule, String what) {
    return texts.stream()
        .map(text -> new Count(text.getKey(), rule.count(text.getValue(), what + text.getKey())))
        .sorted(ORDER)
        .toList();
  }

  static long sum(Collection<Count> counts) {
    return counts.stream().mapToLong(Count::rows).sum();
  }
}
