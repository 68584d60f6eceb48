package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.column.Tile;

/**
 * The codes of a tile's rows, and room to work in while they are drawn. Not for use by several
 * threads at once.
 */
public final class CodeTile {
  private final byte[] codes;
  private final int[] nodes;
  private final int[] order;
  private final int[] active;

  /**
   * @param slots of how many columns
   * @param rows the most rows of a tile, up to {@link Tile#MAX_ROWS}
   */
  CodeTile(int slots, int rows) {
    this.codes = new byte[offset(slots)];
    this.nodes = new int[rows];
    this.order = new int[rows];
    this.active = new int[rows];
  }

  /** Where the codes of a slot start. */
  static int offset(int slot) {
    return Math.multiplyExact(slot, Tile.MAX_ROWS);
  }

  /** The codes of all slots, those of a slot from its {@link #offset}. */
  byte[] codes() {
    return codes;
  }

  /** Where each row stands: an array to work in. */
  int[] nodes() {
    return nodes;
  }

  /** The rows in the order they are gone through: an array to work in. */
  int[] order() {
    return order;
  }

  /** The rows that are not done: an array to work in. */
  int[] active() {
    return active;
  }

  byte code(int slot, int row) {
    return codes[offset(slot) + row];
  }

  void set(int slot, int row, byte code) {
    codes[offset(slot) + row] = code;
  }
}
