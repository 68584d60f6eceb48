package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.column.SegmentGroups;

/**
 * A column whose rows keep the position of the sibling before where another column says so.
 *
 * @param slot the column's
 * @param flag the slot of the column that says so, by its second code
 * @param codes finds the code of a position
 */
record Repetition(int slot, int flag, SegmentGroups codes) {
  /** The second code of the column that says so. */
  private static final int YES = 1;

  /**
   * Puts the siblings' positions and codes in place of those drawn.
   *
   * @param before the positions of the siblings before, negative where there is none
   */
  void apply(double[] positions, double[] before, CodeTile tile, int rows) {
    for (int row = 0; row < rows; row++) {
      if (tile.code(flag, row) == YES && before[row] >= 0) {
        positions[row] = before[row];
        tile.set(slot, row, (byte) codes.find(before[row]));
      }
    }
  }
}
