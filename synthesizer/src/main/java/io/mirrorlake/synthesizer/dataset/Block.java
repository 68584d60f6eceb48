package io.mirrorlake.synthesizer.dataset;

/**
 * Rows without parents, from which families descend: of the first table of a line, or of a later
 * one where some rows have no parent.
 *
 * @param depth which table of the line they are of, 0 for the first
 * @param first the first row
 * @param end the row after the last
 * @param cell the cell that they and all their descendants lie in
 */
record Block(int depth, long first, long end, int cell) {}
