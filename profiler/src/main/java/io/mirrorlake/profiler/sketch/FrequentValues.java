package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Candidates for the frequent values of a column: the mergeable Misra-Gries summary (Agarwal et
 * al., "Mergeable summaries", 2012).
 *
 * <p>Every value with more than {@code n / capacity} of n occurrences is kept, with a count too low
 * by at most that. Which rarer values are kept too depends on the order of the data, so whoever
 * needs exact figures counts the candidates again.
 *
 * @param <T> the type of the values, with equals and hashCode
 */
public final class FrequentValues<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int capacity;
  private final int unitLimit;
  private final HashMap<T, Tally> tallies = new HashMap<>();

  /** A summary with this capacity, and this many units remembered per value. */
  public FrequentValues(int capacity, int unitLimit) {
    this.capacity = capacity;
    this.unitLimit = unitLimit;
  }

  /** Adds occurrences of a value. */
  public void add(T value, Tally occurrences) {
    tallies.merge(value, occurrences, (a, b) -> a.plus(b, unitLimit));
    if (tallies.size() > 2 * capacity) {
      reduce();
    }
  }

  /** Adds all that another summary has seen. */
  public void merge(FrequentValues<T> other) {
    other.tallies.forEach(
        (value, tally) -> tallies.merge(value, tally, (a, b) -> a.plus(b, unitLimit)));
    if (tallies.size() > capacity) {
      reduce();
    }
  }

  /** The candidates with their counts, which are lower bounds. */
  public Map<T, Tally> candidates() {
    return Map.copyOf(tallies);
  }

  /** Takes the (capacity + 1)-th largest count off every count and drops what is left with none. */
  private void reduce() {
    long[] counts = tallies.values().stream().mapToLong(Tally::rows).sorted().toArray();
    long cut = counts[counts.length - 1 - capacity];
    tallies.values().removeIf(tally -> tally.rows() <= cut);
    tallies.replaceAll((value, tally) -> new Tally(tally.rows() - cut, tally.units()));
  }
}
