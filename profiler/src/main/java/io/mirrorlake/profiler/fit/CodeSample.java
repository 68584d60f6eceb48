package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.sketch.Hashing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A uniform sample of rows of codes in bounded memory: the rows with the smallest priorities, a
 * hash of the row and its place. Up to its capacity it is the whole table, and does not depend on
 * the partitioning; beyond, equal splits of the input give equal samples.
 */
public final class CodeSample implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int capacity;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();

  /** A row; the one to drop next, that with the greatest priority, comes first. */
  private static final class Entry implements Comparable<Entry>, Serializable {
    private static final long serialVersionUID = 1L;

    private final long priority;
    private final short[] codes;
    private final double[] numbers;
    private final long unit;

    Entry(long priority, short[] codes, double[] numbers, long unit) {
      this.priority = priority;
      this.codes = codes;
      this.numbers = numbers;
      this.unit = unit;
    }

    @Override
    public int compareTo(Entry other) {
      return Long.compare(other.priority, priority);
    }
  }

  /** An empty sample of at most this many rows. */
  public CodeSample(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds a row.
   *
   * @param codes one code a column; kept, not copied
   * @param numbers numbers that are not coded yet; kept, not copied
   * @param place where the row stands: different for every row of the table
   * @param unit the hash of its privacy unit
   */
  public void add(short[] codes, double[] numbers, long place, long unit) {
    long hash = place;
    for (short code : codes) {
      hash = Hashing.chain(hash, code);
    }
    add(new Entry(hash, codes, numbers, unit));
  }

  /** Adds all rows of another sample of the same capacity. */
  public void merge(CodeSample other) {
    other.entries.forEach(this::add);
  }

  private void add(Entry entry) {
    if (entries.size() < capacity) {
      entries.add(entry);
    } else if (entry.priority < entries.element().priority) {
      entries.remove();
      entries.add(entry);
    }
  }

  /** How many rows it has. */
  public int rows() {
    return entries.size();
  }

  /** The codes column by column, rows in the order of their codes. */
  public List<short[]> columns(int columns) {
    List<short[]> result = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      result.add(new short[entries.size()]);
    }
    int row = 0;
    for (Entry entry : ordered()) {
      for (int c = 0; c < columns; c++) {
        result.get(c)[row] = entry.codes[c];
      }
      row++;
    }
    return result;
  }

  /** The numbers column by column, rows in the same order. */
  public List<double[]> numbers(int columns) {
    List<Entry> ordered = ordered();
    List<double[]> result = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      int column = c;
      result.add(ordered.stream().mapToDouble(entry -> entry.numbers[column]).toArray());
    }
    return result;
  }

  /** The units, rows in the same order. */
  public long[] units() {
    return ordered().stream().mapToLong(entry -> entry.unit).toArray();
  }

  /** In an order that the partitioning cannot change, as what is fitted may depend on it. */
  private List<Entry> ordered() {
    List<Entry> ordered = new ArrayList<>(entries);
    ordered.sort(
        Comparator.<Entry, short[]>comparing(entry -> entry.codes, Arrays::compare)
            .thenComparing(entry -> entry.numbers, Arrays::compare)
            .thenComparingLong(entry -> entry.unit));
    return ordered;
  }
}
