package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;

/** Samples floating point numbers. */
final class RealSampler implements ColumnSampler {
  private final RealSource source;
  private final SegmentIndex index;
  private final Spreads spreads;
  private final Real values;
  private final double[] numbers = new double[Tile.MAX_ROWS];

  RealSampler(RealSource source, Spreads spreads, Real values) {
    this.spreads = spreads;
    this.source = source;
    this.index = source.index();
    this.values = values;
  }

  /** Values of the column's width, not yet filled. */
  static Real blank(Column column, int blockRows) {
    return column.type().kind() == Kind.FLOAT
        ? new Floats(blockRows, column.nullable())
        : new Doubles(blockRows, column.nullable());
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    values.begin(tile);
    for (int i = 0; i < tile.rows(); i++) {
      int segment = index.find(uniforms[i]);
      numbers[i] = source.number(segment, spreads.moved(segment, uniforms[i]));
      if (values.isNullable()) {
        values.setNull(tile.offset() + i, segment == index.segments());
      }
    }
    values.store(numbers, tile.rows(), tile.offset());
  }
}
