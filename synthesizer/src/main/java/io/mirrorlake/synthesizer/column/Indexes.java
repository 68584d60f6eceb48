package io.mirrorlake.synthesizer.column;

/** Which row, place or value each row of a table refers to. */
public interface Indexes {
  /** The index of a row that refers to nothing. */
  long NONE = -1;

  /**
   * Writes the indexes of a tile's rows to the start of the array.
   *
   * @param indexes numbers of at least 0, or {@link #NONE}
   */
  void fill(Tile tile, long[] indexes);

  /** The rows' own indexes. */
  static Indexes ofRows() {
    return (tile, indexes) -> {
      for (int i = 0; i < tile.rows(); i++) {
        indexes[i] = tile.firstRow() + i;
      }
    };
  }
}
