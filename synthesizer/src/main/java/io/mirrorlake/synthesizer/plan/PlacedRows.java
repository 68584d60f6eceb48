package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.column.Tile;

/**
 * The rows of a table among others: they know their place and their parents. A sampler over them
 * reads them in order, family by family from the first row on.
 */
public interface PlacedRows {
  /**
   * Writes the rows' positions on the u-scales.
   *
   * @param arrays one for each of the plan's drawn columns, filled from index 0 on
   */
  void positions(Tile tile, double[][] arrays);

  /** How many rows to ask for at a time. */
  int tileRows();

  /** The place of each row in its family. */
  Indexes places();

  /** A sampler of a column whose values follow from places or parents. */
  ColumnSampler sampler(ColumnProfile column, int blockRows);
}
