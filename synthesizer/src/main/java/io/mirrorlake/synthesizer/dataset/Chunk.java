package io.mirrorlake.synthesizer.dataset;

import java.util.Arrays;

/**
 * Neighbouring rows of one table: whole families. Arrays grow with the longest family and are used
 * again for the next rows.
 */
final class Chunk {
  /** About the rows of a batch; only a longer family makes a chunk longer. */
  static final int ROWS = 4096;

  /** The first row. */
  long firstRow;

  /** How many rows there are. */
  int rows;

  /** The cell of all rows. */
  int cell;

  /** The place of each row in its family. */
  int[] places = new int[0];

  /** Which row of the parent's chunk each row descends from, or -1. */
  int[] parents = new int[0];

  /** For each draw the rows' positions. */
  final double[][] positions;

  /** For each given column the rows' codes. */
  final byte[][] given;

  /** For each column that children are given their codes. */
  final byte[][] exports;

  /** For each number that is carried, the rows' ones. */
  final long[][] carried;

  /** For each reference to a further parent, the rows' cells, and then their parents. */
  final long[][] targets;

  /** For each table of children how many each row has. */
  final long[][] fanOuts;

  /** Numbers that tell rows of a family apart that have the same parent. */
  final long[][] keys;

  Chunk(Level level) {
    this.positions = new double[level.draws().size()][0];
    this.given = new byte[level.given().size()][0];
    this.exports = new byte[level.exports().size()][0];
    this.carried = new long[level.carried().size()][0];
    this.targets = new long[level.furtherParents().size()][0];
    this.fanOuts = new long[level.fanOuts().size()][0];
    this.keys = new long[level.keys().size()][0];
  }

  /** Makes room for so many rows, and keeps nothing. */
  void room(int count) {
    if (places.length < count) {
      int size = Math.max(ROWS, Integer.highestOneBit(Math.max(1, count - 1)) * 2);
      places = Arrays.copyOf(places, size);
      parents = Arrays.copyOf(parents, size);
      Arrays.setAll(positions, i -> new double[size]);
      Arrays.setAll(given, i -> new byte[size]);
      Arrays.setAll(exports, i -> new byte[size]);
      Arrays.setAll(carried, i -> new long[size]);
      Arrays.setAll(targets, i -> new long[size]);
      Arrays.setAll(fanOuts, i -> new long[size]);
      Arrays.setAll(keys, i -> new long[size]);
    }
  }
}
