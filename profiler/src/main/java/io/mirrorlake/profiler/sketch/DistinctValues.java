package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * A uniform sample of the distinct values of a column, each with all of its occurrences: those with
 * the smallest hashes (bottom-k sampling; Cohen and Kaplan 2007).
 *
 * <p>A value that once left never comes back, as the greatest hash that stays only falls. So what
 * the sample holds is counted exactly, and depends on the multiset of values alone.
 */
final class DistinctValues implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int capacity;
  private final int unitLimit;
  private final HashMap<Double, Tally> tallies = new HashMap<>();
  private long greatestHash = Long.MAX_VALUE;

  /** An empty sample of up to this many values, and this many units remembered per value. */
  DistinctValues(int capacity, int unitLimit) {
    this.capacity = capacity;
    this.unitLimit = unitLimit;
  }

  /** Adds occurrences of a value. */
  void add(double value, Tally occurrences) {
    if (hash(value) <= greatestHash) {
      tallies.merge(value, occurrences, (a, b) -> a.plus(b, unitLimit));
      if (tallies.size() > 2 * capacity) {
        shrink();
      }
    }
  }

  /** Adds all that another sample of the same capacity has seen. */
  void merge(DistinctValues other) {
    greatestHash = Math.min(greatestHash, other.greatestHash);
    tallies.keySet().removeIf(value -> hash(value) > greatestHash);
    other.tallies.forEach(this::add);
  }

  /** The sampled values in rising order. */
  List<ValueTally> values() {
    shrink();
    return tallies.entrySet().stream()
        .map(entry -> new ValueTally(entry.getKey(), entry.getValue()))
        .sorted((a, b) -> Double.compare(a.value(), b.value()))
        .toList();
  }

  private static long hash(double value) {
    return Hashing.mix(Cells.key(value));
  }

  private void shrink() {
    if (tallies.size() > capacity) {
      long[] hashes = tallies.keySet().stream().mapToLong(DistinctValues::hash).toArray();
      Arrays.sort(hashes);
      greatestHash = hashes[capacity - 1];
      tallies.keySet().removeIf(value -> hash(value) > greatestHash);
    }
  }
}
