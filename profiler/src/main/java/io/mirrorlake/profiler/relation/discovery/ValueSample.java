package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.sketch.Hashing;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * The different values of a column with their numbers of rows, by hash: all of them up to a
 * capacity, beyond it those whose hashes begin with as many zero bits as needed (adaptive sampling;
 * Flajolet 1990). Two samples of the same level watch the same values, so how many of one column's
 * rows have values of another is estimated from the samples alone.
 */
public final class ValueSample implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Exact for most tables' keys; a share of 0.5 is told to 0.004 beyond it. */
  public static final int DEFAULT_CAPACITY = 1 << 16;

  private final int capacity;
  private final HashMap<Long, Long> counts = new HashMap<>();
  private int level;

  /** An empty sample of this many values at most. */
  public ValueSample(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a row's value by any 64 bits that tell it from others. */
  public void add(long value) {
    keep(Hashing.mix(value), 1);
  }

  /** Adds all that another sample of the same capacity has seen. */
  public void merge(ValueSample other) {
    level = Math.max(level, other.level);
    counts.keySet().removeIf(hash -> !isWatched(hash, level));
    other.counts.forEach(this::keep);
  }

  private void keep(long hash, long rows) {
    if (!isWatched(hash, level)) {
      return;
    }
    counts.merge(hash, rows, Long::sum);
    while (counts.size() > capacity) {
      level++;
      counts.keySet().removeIf(each -> !isWatched(each, level));
    }
  }

  private static boolean isWatched(long hash, int level) {
    return level == 0 || hash >>> (Long.SIZE - level) == 0;
  }

  /** Whether every value was watched. */
  public boolean isExact() {
    return level == 0;
  }

  /** The number of different values; an estimate where not exact. */
  public long distinct() {
    return (long) counts.size() << level;
  }

  /** Whether no watched value has a second row. */
  public boolean isUnique() {
    return counts.values().stream().allMatch(rows -> rows == 1);
  }

  /** Rows of the most frequent watched value; 0 where there are none. */
  public long greatestCount() {
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The share of this column's rows that are not null and whose values another column has. */
  public double coverage(ValueSample parent) {
    int common = Math.max(level, parent.level);
    long rows = 0;
    long found = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      if (isWatched(entry.getKey(), common)) {
        rows += entry.getValue();
        found += parent.counts.containsKey(entry.getKey()) ? entry.getValue() : 0;
      }
    }
    return rows == 0 ? 0 : (double) found / rows;
  }

  /** The share of another column's different values that this column has. */
  public double shareOf(ValueSample parent) {
    int common = Math.max(level, parent.level);
    long values = 0;
    long found = 0;
    for (long hash : parent.counts.keySet()) {
      if (isWatched(hash, common)) {
        values++;
        found += counts.containsKey(hash) ? 1 : 0;
      }
    }
    return values == 0 ? 0 : (double) found / values;
  }
}
