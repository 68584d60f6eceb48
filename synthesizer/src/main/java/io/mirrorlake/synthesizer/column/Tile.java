package io.mirrorlake.synthesizer.column;

/**
 * A run of rows that is sampled in one go, as many as the copula likes to take at a time.
 *
 * @param firstRow the row index of the first row
 * @param rows how many rows, up to {@link #MAX_ROWS}
 * @param offset the first row's place in its block
 */
public record Tile(long firstRow, int rows, int offset) {
  /** The most rows: what Spark's columnar readers hand over at a time. */
  public static final int MAX_ROWS = 4096;
}
