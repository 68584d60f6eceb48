package io.mirrorlake.synthesizer.dataset;

/**
 * Rows without parents, from which families descend: of the first table of a line, or of a later
 * one where some rows have no parent.
 *
 * @param depth which table of the line they are of, 0 for the first
 * @param first the first row
 * @param end the row after the last
 * @param cell the cell that they and all their descendants lie in
 * @param orphan the number of the first row among the rows that name a missing parent, or -1 for
 *     other rows
 */
record Block(int depth, long first, long end, int cell, long orphan) {
  /** Rows that name no missing parent. */
  Block(int depth, long first, long end, int cell) {
    this(depth, first, end, cell, -1);
  }
}
