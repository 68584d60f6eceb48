package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a column's values repeat. Up to {@code capacity} values it knows for certain; beyond, it
 * watches a uniform sample of the distinct values with all their occurrences, so that a share d of
 * repeated values goes unnoticed with probability (1 - d)^(capacity / 2) at most.
 */
public final class KeySketch implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int capacity;
  private int level;
  private final HashMap<Long, Long> counts = new HashMap<>();

  /** An empty sketch that watches up to this many distinct values. */
  public KeySketch(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a value by its 64-bit hash. */
  public void add(long hash) {
    keep(hash, 1);
  }

  /** Adds all that another sketch of the same capacity has seen. */
  public void merge(KeySketch other) {
    level = Math.max(level, other.level);
    counts.keySet().removeIf(hash -> !isWatched(hash));
    other.counts.forEach(this::keep);
  }

  /** Whether every value was watched. */
  public boolean isExact() {
    return level == 0;
  }

  /** How many of the watched values occur more than once. */
  public long repeated() {
    return counts.values().stream().filter(count -> count > 1).count();
  }

  /** An estimate of the number of distinct values, exact where {@link #isExact}. */
  public long distinct() {
    return (long) counts.size() << level;
  }

  /** The state, for comparison. */
  Map<Long, Long> counts() {
    return Map.copyOf(counts);
  }

  private void keep(long hash, long count) {
    if (!isWatched(hash)) {
      return;
    }
    counts.merge(hash, count, Long::sum);
    while (counts.size() > capacity) {
      level++;
      counts.keySet().removeIf(h -> !isWatched(h));
    }
  }

  private boolean isWatched(long hash) {
    return level == 0 || hash >>> (Long.SIZE - level) == 0;
  }
}
