package io.mirrorlake.synthesizer.column;

/** Values that are whole numbers of some unit, whatever their width. */
public abstract sealed class Whole extends Values permits Bytes, Shorts, Ints, Longs {
  Whole(int capacity, boolean nullable) {
    super(capacity, nullable);
  }

  /** The number of this row. */
  abstract long whole(int row);

  /** Stores the first {@code rows} numbers, which fit the width, from row {@code offset} on. */
  abstract void store(long[] from, int rows, int offset);
}
