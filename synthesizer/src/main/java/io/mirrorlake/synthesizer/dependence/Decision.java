package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.column.SegmentGroups;

/**
 * A column whose codes are no draws, as the value of a column drawn before decides them.
 *
 * @param from the slot of the column that decides
 * @param codes finds the decided code of a position of that column
 */
record Decision(int from, SegmentGroups codes) {
  /** Puts the codes in. */
  void apply(double[] positions, CodeTile tile, int slot, int rows) {
    for (int row = 0; row < rows; row++) {
      tile.set(slot, row, (byte) codes.find(positions[row]));
    }
  }
}
