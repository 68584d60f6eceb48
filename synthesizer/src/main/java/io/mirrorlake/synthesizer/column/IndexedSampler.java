package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import java.math.BigInteger;

/** Samples values at indexes. */
abstract class IndexedSampler<V extends Values> implements ColumnSampler {
  private final V values;
  private final Indexes source;
  private final long[] indexes = new long[Tile.MAX_ROWS];

  IndexedSampler(V values, Indexes source) {
    this.values = values;
    this.source = source;
  }

  /** Values that are whole numbers of the column's unit. */
  interface Numbers {
    /** The number at an index. */
    long number(long index);

    /**
     * Replaces indexes by their numbers; what is put for negative ones is never read. Whoever can
     * do without a call for each has its own loop.
     */
    default void replace(long[] indexes, int rows) {
      for (int i = 0; i < rows; i++) {
        indexes[i] = indexes[i] < 0 ? 0 : number(indexes[i]);
      }
    }
  }

  /** A sampler of whole numbers. */
  static ColumnSampler of(Column column, Numbers numbers, Indexes indexes, int blockRows) {
    return new WholeIndexedSampler(WholeSampler.blank(column, blockRows), numbers, indexes);
  }

  /** A sampler of whole numbers times a factor, in decimals that are wider than longs. */
  static ColumnSampler wide(
      Column column, Numbers numbers, BigInteger factor, Indexes indexes, int blockRows) {
    return new IndexedSampler<>(new WideDecimals(blockRows, column.nullable()), indexes) {
      @Override
      void put(WideDecimals values, int row, long index) {
        values.array()[row] = BigInteger.valueOf(numbers.number(index)).multiply(factor);
      }
    };
  }

  /** A sampler of texts of one length. */
  static ColumnSampler of(
      Column column, TextKeySampler.Rule rule, int length, Indexes indexes, int blockRows) {
    char[] text = new char[length];
    Texts texts = new Texts(blockRows, column.nullable(), new byte[][] {new byte[0]}, true);
    return new IndexedSampler<>(texts, indexes) {
      @Override
      void put(Texts values, int row, long index) {
        rule.write(index, text);
        values.make(row, text, length);
      }

      @Override
      void clear(Texts values, int row) {
        values.codes()[row] = 0;
      }
    };
  }

  /** Writes the value at an index to a row. */
  abstract void put(V values, int row, long index);

  /** Makes a row without a value harmless. */
  void clear(V values, int row) {
    // Numbers of such rows are never read.
  }

  @Override
  public final Values values() {
    return values;
  }

  @Override
  public final void sample(Tile tile, double[] uniforms) {
    values.begin(tile);
    source.fill(tile, indexes);
    for (int i = 0; i < tile.rows(); i++) {
      int row = tile.offset() + i;
      boolean none = indexes[i] < 0;
      if (values.isNullable()) {
        values.setNull(row, none);
      }
      if (none) {
        clear(values, row);
      } else {
        put(values, row, indexes[i]);
      }
    }
  }
}
