package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;

/** Samples whole numbers of up to 64 bits and narrows them to the column's width. */
final class WholeSampler implements ColumnSampler {
  private final WholeSource source;
  private final Whole values;
  private final long[] numbers = new long[Tile.MAX_ROWS];

  private WholeSampler(WholeSource source, Whole values) {
    this.source = source;
    this.values = values;
  }

  static WholeSampler of(WholeSource source, Column column, int blockRows) {
    return new WholeSampler(source, blank(column, blockRows));
  }

  /** Values of the column's width, not yet filled. */
  static Whole blank(Column column, int blockRows) {
    boolean nullable = column.nullable();
    return switch (column.type().kind()) {
      case TINYINT -> new Bytes(blockRows, nullable);
      case SMALLINT -> new Shorts(blockRows, nullable);
      case INT, DATE, YEAR_MONTH_INTERVAL -> new Ints(blockRows, nullable);
      default -> new Longs(blockRows, nullable);
    };
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    values.begin(tile);
    source.fill(tile, uniforms, numbers, values);
    values.store(numbers, tile.rows(), tile.offset());
  }
}
