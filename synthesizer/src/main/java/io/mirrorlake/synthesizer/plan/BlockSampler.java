package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.column.ColumnLaw;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.dependence.Draw;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.List;

/**
 * Fills a block of rows, column by column. Word i of every random stream belongs to row i, so that
 * any rows can be asked for, in any order and any number. Memory is that of one block. Not for use
 * by several threads at once.
 */
public final class BlockSampler {
  /** The most rows of a block: what Spark's columnar readers hand over at a time. */
  public static final int BLOCK_ROWS = 4096;

  private static final double[] NO_UNIFORMS = new double[0];

  private final Dependence dependence;
  private final RandomStream[] streams;
  private final double[][] arrays;
  private final ColumnSampler[] samplers;
  private final double[][] uniforms;

  BlockSampler(
      String table,
      long seed,
      Dependence dependence,
      List<ColumnProfile> columns,
      List<ColumnLaw> laws) {
    this.dependence = dependence;
    this.streams =
        dependence.draws().stream()
            .map(draw -> stream(table, seed, draw))
            .toArray(RandomStream[]::new);
    this.arrays = new double[streams.length][Tile.MAX_ROWS];
    this.samplers = laws.stream().map(law -> law.sampler(BLOCK_ROWS)).toArray(ColumnSampler[]::new);
    this.uniforms = new double[samplers.length][];
    int drawn = 0;
    for (int i = 0; i < samplers.length; i++) {
      uniforms[i] =
          columns.get(i) instanceof Drawn ? arrays[dependence.slot(drawn++)] : NO_UNIFORMS;
    }
  }

  private static RandomStream stream(String table, long seed, Draw draw) {
    return RandomStream.of(seed, table, draw.column(), draw.purpose().streamName());
  }

  /**
   * Fills the values with rows {@code firstRow} to {@code firstRow + rows - 1}.
   *
   * @param firstRow any row index
   * @param rows 1 to {@link #BLOCK_ROWS}
   */
  public void sample(long firstRow, int rows) {
    if (firstRow < 0 || rows < 1 || rows > BLOCK_ROWS) {
      throw new IllegalArgumentException(rows + " rows from row " + firstRow);
    }
    for (int offset = 0; offset < rows; offset += Tile.MAX_ROWS) {
      sample(new Tile(firstRow + offset, Math.min(Tile.MAX_ROWS, rows - offset), offset));
    }
  }

  private void sample(Tile tile) {
    for (int i = 0; i < streams.length; i++) {
      streams[i].uniforms(tile.firstRow(), tile.rows(), arrays[i]);
    }
    dependence.couple(arrays, tile.rows());
    for (int i = 0; i < samplers.length; i++) {
      samplers[i].sample(tile, uniforms[i]);
    }
  }

  /** The values of a column, for the rows filled last. */
  public Values values(int column) {
    return samplers[column].values();
  }
}
