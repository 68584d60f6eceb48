package io.mirrorlake.synthesizer.column;

/** Where the whole numbers of a column come from: a marginal, or a key. */
interface WholeSource {
  /**
   * Writes the numbers of a tile's rows, and whether they are null.
   *
   * @param tile the rows
   * @param uniforms the rows' positions on the u-scale
   * @param numbers where the numbers go, from index 0 on
   * @param values where the nulls are marked
   */
  void fill(Tile tile, double[] uniforms, long[] numbers, Values values);
}
