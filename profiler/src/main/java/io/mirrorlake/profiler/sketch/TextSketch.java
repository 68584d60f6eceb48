package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a string column in bounded memory.
 *
 * <p>Up to {@code capacity} distinct values are counted exactly. Beyond it the sketch keeps the
 * values whose hash begins with L zero bits, with exact counts: a uniform sample of the distinct
 * values, at the least L that fits, so the outcome depends only on the multiset of values; {@link
 * FrequentValues} keep the candidates for categories. Values longer than {@link #MAX_LENGTH}
 * characters are cut, so that a column of documents does not fill the memory.
 */
public final class TextSketch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No category is longer than this; what is longer is free text. */
  public static final int MAX_LENGTH = 256;

  /** Values of more than one in this many rows become candidates for certain. */
  private static final int FREQUENT_CAPACITY = 2048;

  private final int capacity;
  private final int unitLimit;
  private int level;
  private final HashMap<String, Tally> sample = new HashMap<>();
  private final FrequentValues<String> frequent;
  private Tally nulls = Tally.ZERO;
  private long rows;

  /**
   * An empty sketch.
   *
   * @param capacity the greatest number of distinct values kept
   * @param unitLimit how many privacy units are told apart per value; 0 where every row is a unit
   */
  public TextSketch(int capacity, int unitLimit) {
    this.capacity = capacity;
    this.unitLimit = unitLimit;
    this.frequent = new FrequentValues<>(FREQUENT_CAPACITY, unitLimit);
  }

  /** Adds a null of the unit with this hash. */
  public void addNull(long unit) {
    nulls = nulls.plus(Tally.one(unit, unitLimit), unitLimit);
  }

  /**
   * Adds a value carried by the unit with this hash (which is ignored where every row is a unit).
   */
  public void add(String value, long unit) {
    rows++;
    String kept = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    Tally one = Tally.one(unit, unitLimit);
    if (level > 0) {
      frequent.add(kept, one);
    }
    keep(kept, one);
    shrink();
  }

  /** Adds all that another sketch of the same capacity has seen. */
  public void merge(TextSketch other) {
    nulls = nulls.plus(other.nulls, unitLimit);
    rows += other.rows;
    if (level == 0 && other.level > 0) {
      sample.forEach(frequent::add);
    }
    if (other.level > 0) {
      frequent.merge(other.frequent);
    } else if (level > 0) {
      other.sample.forEach(frequent::add);
    }
    raise(Math.max(level, other.level));
    other.sample.forEach(this::keep);
    shrink();
  }

  /** The nulls. */
  public Tally nulls() {
    return nulls;
  }

  /** How many values are not null. */
  public long rows() {
    return rows;
  }

  /** Whether every distinct value is kept. */
  public boolean isExact() {
    return level == 0;
  }

  /**
   * The kept distinct values in rising order with their exact counts: all, or a uniform sample of
   * them.
   */
  public Map<String, Tally> sample() {
    return new TreeMap<>(sample);
  }

  /** An estimate of the number of distinct values, exact where {@link #isExact}. */
  public long distinct() {
    return (long) sample.size() << level;
  }

  /**
   * The candidates for categories, the most frequent first, then in rising order. Counts are exact
   * where the sketch is, or where the sample has the value, else lower bounds.
   */
  public List<Map.Entry<String, Tally>> frequent() {
    Map<String, Tally> candidates = new HashMap<>(level == 0 ? sample : frequent.candidates());
    candidates.replaceAll((value, tally) -> sample.getOrDefault(value, tally));
    return candidates.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Tally> e) -> -e.getValue().rows())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private void keep(String value, Tally tally) {
    if (isSampled(value)) {
      sample.merge(value, tally, (a, b) -> a.plus(b, unitLimit));
    }
  }

  private boolean isSampled(String value) {
    return level == 0 || Hashing.hash(value) >>> (Long.SIZE - level) == 0;
  }

  private void shrink() {
    while (sample.size() > capacity) {
      if (level == 0) {
        sample.forEach(frequent::add);
      }
      raise(level + 1);
    }
  }

  private void raise(int newLevel) {
    if (newLevel > level) {
      level = newLevel;
      sample.keySet().removeIf(value -> !isSampled(value));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextSketch that
        && level == that.level
        && nulls.equals(that.nulls)
        && rows == that.rows
        && sample.equals(that.sample);
  }

  @Override
  public int hashCode() {
    return sample.hashCode() * 31 + nulls.hashCode();
  }
}
