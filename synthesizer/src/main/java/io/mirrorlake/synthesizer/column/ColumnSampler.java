package io.mirrorlake.synthesizer.column;

/**
 * Writes the values of one column, tile by tile of a block; holds the block's arrays. Not for use
 * by several threads at once.
 */
public interface ColumnSampler {
  /** The values of the block. */
  Values values();

  /**
   * Writes the values of a tile's rows.
   *
   * @param tile the rows; the tile at offset 0 begins a new block
   * @param uniforms the rows' positions on the u-scale, from index 0 on; not read for keys
   */
  void sample(Tile tile, double[] uniforms);
}
