package io.mirrorlake.synthesizer.column;

import io.mirrorlake.synthesizer.column.IndexedSampler.Numbers;

/** Samples whole numbers at indexes, a tile at a time. */
final class WholeIndexedSampler implements ColumnSampler {
  private final Whole values;
  private final Numbers numbers;
  private final Indexes source;
  private final long[] indexes = new long[Tile.MAX_ROWS];

  WholeIndexedSampler(Whole values, Numbers numbers, Indexes source) {
    this.values = values;
    this.numbers = numbers;
    this.source = source;
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    values.begin(tile);
    source.fill(tile, indexes);
    if (values.isNullable()) {
      for (int i = 0; i < tile.rows(); i++) {
        values.setNull(tile.offset() + i, indexes[i] < 0);
      }
    }
    numbers.replace(indexes, tile.rows());
    values.store(indexes, tile.rows(), tile.offset());
  }
}
