package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;

/** The whole numbers that a hidden column draws: fan-outs, cells. Not for several threads. */
public final class WholeDraws {
  /** What stands for a null. */
  public static final long NONE = -1;

  private final ColumnSampler sampler;
  private final Whole values;

  private WholeDraws(ColumnSampler sampler, Whole values) {
    this.sampler = sampler;
    this.values = values;
  }

  /**
   * The numbers of a column of whole numbers.
   *
   * @throws io.mirrorlake.profiler.schema.UserException where its type holds others
   */
  public static WholeDraws of(String table, Drawn column, long seed) {
    ColumnSampler sampler = ColumnLaw.of(table, column, seed).sampler(Tile.MAX_ROWS);
    if (sampler.values() instanceof Whole whole) {
      return new WholeDraws(sampler, whole);
    }
    throw new Place(table, column.column(), 0).corrupt("rows are counted by it");
  }

  /**
   * Writes the numbers of a tile.
   *
   * @param uniforms positions on the column's u-scale
   * @param numbers where they go, from the tile's offset on; {@link #NONE} for nulls
   */
  public void fill(Tile tile, double[] uniforms, long[] numbers) {
    sampler.sample(new Tile(tile.firstRow(), tile.rows(), 0), uniforms);
    for (int i = 0; i < tile.rows(); i++) {
      numbers[tile.offset() + i] = values.isNull(i) ? NONE : values.whole(i);
    }
  }
}
