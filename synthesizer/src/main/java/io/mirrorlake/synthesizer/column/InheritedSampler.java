package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;

/** Copies a column's values from rows that another sampler has made. */
public final class InheritedSampler implements ColumnSampler {
  private final Values values;
  private final Values source;
  private final Rows rows;

  /** Which row of the other sampler's block each row takes its value from. */
  @FunctionalInterface
  public interface Rows {
    /** No row: the value is null. */
    int NONE = -1;

    /**
     * The place in the other sampler's block, whose values are those of this moment, or {@link
     * #NONE}.
     *
     * @param row the index of a row; they are asked for in rising order, tile by tile
     */
    int of(long row);
  }

  private InheritedSampler(Values values, Values source, Rows rows) {
    this.values = values;
    this.source = source;
    this.rows = rows;
  }

  /**
   * A sampler of a column.
   *
   * @param column the column, nullable where a row may take no value
   * @param source the other sampler's values, of the same type
   */
  public static InheritedSampler of(Column column, Values source, Rows rows, int blockRows) {
    return new InheritedSampler(blank(column, source, blockRows), source, rows);
  }

  private static Values blank(Column column, Values source, int blockRows) {
    boolean nullable = column.nullable();
    if (source instanceof Texts texts) {
      return new Texts(blockRows, nullable, texts.dictionary(), true);
    } else if (source instanceof Booleans) {
      return new Booleans(blockRows, nullable);
    } else if (source instanceof WideDecimals) {
      return new WideDecimals(blockRows, nullable);
    }
    return source instanceof Real
        ? RealSampler.blank(column, blockRows)
        : WholeSampler.blank(column, blockRows);
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    values.begin(tile);
    for (int i = 0; i < tile.rows(); i++) {
      int row = tile.offset() + i;
      int from = rows.of(tile.firstRow() + i);
      boolean isNull = from == Rows.NONE || source.isNull(from);
      if (values.isNullable()) {
        values.setNull(row, isNull);
      }
      if (!isNull) {
        values.copy(source, from, row);
      } else if (values instanceof Texts texts) {
        texts.codes()[row] = 0;
      }
    }
  }
}
