package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Counts by cell, sorted by cell: the immutable part of a {@link NumericSketch}. */
final class Cells implements Serializable {
  private static final long serialVersionUID = 1L;

  static final Cells EMPTY = new Cells(new long[0], new long[0], new Units[0]);

  private final long[] keys;
  private final long[] rows;

  /** Empty where every row is a unit. */
  private final Units[] units;

  private Cells(long[] keys, long[] rows, Units[] units) {
    this.keys = keys;
    this.rows = rows;
    this.units = units;
  }

  /** The bits of a number, rearranged so that signed comparison is {@link Double#compare}. */
  static long key(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private static double value(long key) {
    return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
  }

  int size() {
    return keys.length;
  }

  long rows() {
    return Arrays.stream(rows).sum();
  }

  Tally tally(int i) {
    return new Tally(rows[i], units.length == 0 ? Units.NONE : units[i]);
  }

  int find(long key) {
    return Arrays.binarySearch(keys, key);
  }

  /** The number in the middle of cell i when cells drop {@code level} bits. */
  double middle(int i, int level) {
    return value(level == 0 ? keys[i] : (keys[i] << level) + (1L << (level - 1)));
  }

  /** Hands over every value at level 0. */
  void forEach(BiConsumer<Double, Tally> consumer) {
    for (int i = 0; i < keys.length; i++) {
      consumer.accept(value(keys[i]), tally(i));
    }
  }

  /** These counts over cells with so many bits fewer. */
  Cells coarser(int bits, int unitLimit) {
    if (bits == 0) {
      return this;
    }
    Merger merger = new Merger(keys.length, unitLimit);
    for (int i = 0; i < keys.length; i++) {
      merger.add(keys[i] >> bits, this, i);
    }
    return merger.cells();
  }

  /** These counts and those. */
  Cells plus(Cells other, int unitLimit) {
    Merger merger = new Merger(keys.length + other.keys.length, unitLimit);
    int i = 0;
    int j = 0;
    while (i < keys.length || j < other.keys.length) {
      if (j == other.keys.length || (i < keys.length && keys[i] <= other.keys[j])) {
        merger.add(keys[i], this, i++);
      } else {
        merger.add(other.keys[j], other, j++);
      }
    }
    return merger.cells();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cells that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(rows, that.rows)
        && Arrays.equals(units, that.units);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(keys) * 31 + Arrays.hashCode(rows);
  }

  /** Appends cells in rising order and joins those with the same key. */
  private static final class Merger {
    private final long[] keys;
    private final long[] rows;
    private final Units[] units;
    private final int unitLimit;
    private int size;

    Merger(int capacity, int unitLimit) {
      this.keys = new long[capacity];
      this.rows = new long[capacity];
      this.units = new Units[unitLimit == 0 ? 0 : capacity];
      this.unitLimit = unitLimit;
    }

    void add(long key, Cells from, int i) {
      boolean fresh = size == 0 || keys[size - 1] != key;
      if (fresh) {
        keys[size++] = key;
      }
      rows[size - 1] += from.rows[i];
      if (unitLimit > 0) {
        units[size - 1] = fresh ? from.units[i] : units[size - 1].union(from.units[i], unitLimit);
      }
    }

    Cells cells() {
      return new Cells(
          Arrays.copyOf(keys, size),
          Arrays.copyOf(rows, size),
          units.length == 0 ? units : Arrays.copyOf(units, size));
    }
  }

  /** Collects single values in any order. */
  static final class Builder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int capacity;
    private final int unitLimit;
    private final long[] keys;
    private final long[] unitHashes;
    private int size;

    Builder(int capacity, int unitLimit) {
      this.capacity = capacity;
      this.unitLimit = unitLimit;
      this.keys = new long[capacity];
      this.unitHashes = new long[unitLimit == 0 ? 0 : capacity];
    }

    void add(long key, long unit) {
      keys[size] = key;
      if (unitLimit > 0) {
        unitHashes[size] = unit;
      }
      size++;
    }

    boolean isFull() {
      return size == capacity;
    }

    boolean isEmpty() {
      return size == 0;
    }

    /** The collected counts; the builder is empty afterwards. */
    Cells drain() {
      Cells drained = unitLimit == 0 ? ofRows() : ofUnits();
      size = 0;
      return drained;
    }

    private Cells ofRows() {
      Arrays.sort(keys, 0, size);
      long[] ones = new long[size];
      Arrays.fill(ones, 1);
      return new Cells(Arrays.copyOf(keys, size), ones, new Units[0]).plus(EMPTY, 0);
    }

    private Cells ofUnits() {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
      Merger merger = new Merger(size, unitLimit);
      for (int i : order) {
        Cells one =
            new Cells(new long[] {keys[i]}, new long[] {1}, new Units[] {Units.of(unitHashes[i])});
        merger.add(keys[i], one, 0);
      }
      return merger.cells();
    }
  }
}
