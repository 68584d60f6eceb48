package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.column.SegmentGroups;

/**
 * A column whose codes are no draws, as the value of a column drawn before decides them.
 *
 * @param from the slot of the column that decides
 * @param codes finds the decided code of a position of that column
 * @param own finds the code of a position of this one
 */
record Decision(int from, SegmentGroups codes, SegmentGroups own) {
  /**
   * Puts the codes in; any where texts that are not known yet decide, as those draw at random.
   *
   * @param draws this column's
   * @param positions those of the column that decides
   */
  void apply(double[] draws, double[] positions, CodeTile tile, int slot, int rows) {
    for (int row = 0; row < rows; row++) {
      int code = codes.find(positions[row]);
      tile.set(slot, row, (byte) (code == SegmentGroups.OPEN ? own.find(draws[row]) : code));
    }
  }
}
