package io.mirrorlake.synthesizer.plan;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.synthesizer.column.ColumnSampler;
import io.mirrorlake.synthesizer.column.Indexes;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.dependence.Dependence;
import io.mirrorlake.synthesizer.random.Uniforms;
import java.util.List;

/** The rows of a table by itself: each is drawn from streams, of which word i belongs to row i. */
final class StreamRows implements PlacedRows {
  private final Dependence dependence;
  private final Uniforms[] streams;

  StreamRows(Dependence dependence, List<Uniforms> streams) {
    this.dependence = dependence;
    this.streams = streams.toArray(Uniforms[]::new);
  }

  @Override
  public void positions(Tile tile, double[][] arrays) {
    for (int i = 0; i < streams.length; i++) {
      streams[i].uniforms(tile.firstRow(), tile.rows(), arrays[i]);
    }
    dependence.couple(arrays, tile.rows());
  }

  @Override
  public int tileRows() {
    return dependence.tileRows();
  }

  @Override
  public Indexes places() {
    throw new IllegalStateException("a table by itself has no families");
  }

  @Override
  public ColumnSampler sampler(ColumnProfile column, int blockRows) {
    throw new IllegalStateException("a table by itself has no column such as " + column.name());
  }
}
