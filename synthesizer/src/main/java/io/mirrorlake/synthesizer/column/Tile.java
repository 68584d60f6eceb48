package io.mirrorlake.synthesizer.column;

/**
 * A run of rows that is sampled in one go, short enough for its arrays to stay in the processor's
 * nearest cache.
 *
 * @param firstRow the row index of the first row
 * @param rows how many rows, up to {@link #MAX_ROWS}
 * @param offset the first row's place in its block
 */
public record Tile(long firstRow, int rows, int offset) {
  /**
   * Arrays of 512 doubles are 4 KB: those of seven or eight columns fit a first-level cache of 32
   * KB.
   */
  public static final int MAX_ROWS = 512;
}
