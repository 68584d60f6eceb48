package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.sketch.Hashing;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A uniform sample of rows in bounded memory: those with the smallest priorities, a hash of the row
 * and its place. Up to its capacity it is the whole table.
 */
public final class RowSample implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int capacity;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();

  /** A row; the one to drop next, that with the greatest priority, comes first. */
  private record Entry(long priority, long hash, TableRow row)
      implements Comparable<Entry>, Serializable {
    @Override
    public int compareTo(Entry other) {
      return Long.compare(other.priority, priority);
    }
  }

  /** An empty sample of at most this many rows; 0 for none at all. */
  public RowSample(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds a row.
   *
   * @param place where the row stands in its part of the table, so that equal rows do not come
   *     together
   */
  public void add(TableRow row, long place) {
    if (capacity > 0) {
      long hash = row.hash();
      long priority = Hashing.chain(hash, place);
      if (entries.size() < capacity || priority < entries.element().priority) {
        add(new Entry(priority, hash, row.copy()));
      }
    }
  }

  /** Adds all rows of another sample of the same capacity. */
  public void merge(RowSample other) {
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

  /** The rows, in an order that their values decide. */
  List<TableRow> rows() {
    return entries.stream().sorted(Comparator.comparingLong(Entry::hash)).map(Entry::row).toList();
  }
}
