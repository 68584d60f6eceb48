package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.schema.Column;
import java.math.BigInteger;

/**
 * The law of integers, points in time, and decimals of up to 18 digits: a point mass is an interval
 * of one value, so that one formula without a branch serves both.
 */
final class WholeLaw implements ColumnLaw, WholeSource {
  private final Column column;
  private final SegmentIndex index;
  private final Spreads spreads;
  private final double[] rates;
  private final long[] base;
  private final long[] last;
  private final long step;
  private final Notation notation;
  private final boolean isPlain;

  private WholeLaw(Place place, GridSegments segments) {
    this.column = place.column();
    this.index = segments.index();
    this.spreads = segments.spreads();
    this.rates = segments.rates();
    this.base = longs(segments.base(), place);
    this.last = longs(segments.last(), place);
    this.notation = segments.notation();
    this.isPlain = notation == Notation.NUMBER;
    this.step = segments.step().bitLength() < Long.SIZE ? segments.step().longValueExact() : 0;
  }

  /** The law of the segments; a step beyond all longs is one that no interval takes. */
  static WholeLaw of(Place place, GridSegments segments) {
    return new WholeLaw(place, segments);
  }

  private static long[] longs(BigInteger[] numbers, Place place) {
    long[] longs = new long[numbers.length];
    for (int i = 0; i < longs.length; i++) {
      if (numbers[i].bitLength() >= Long.SIZE) {
        throw place.corrupt("an interval of it holds " + numbers[i] + " values");
      }
      longs[i] = numbers[i].longValueExact();
    }
    return longs;
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    return WholeSampler.of(this, column, blockRows);
  }

  @Override
  public void fill(Tile tile, double[] uniforms, long[] numbers, Values values) {
    if (values.isNullable()) {
      fillWithNulls(tile, uniforms, numbers, values);
      return;
    }
    for (int i = 0; i < tile.rows(); i++) {
      numbers[i] = number(index.find(uniforms[i]), uniforms[i]);
    }
  }

  private void fillWithNulls(Tile tile, double[] uniforms, long[] numbers, Values values) {
    for (int i = 0; i < tile.rows(); i++) {
      int segment = index.find(uniforms[i]);
      numbers[i] = number(segment, uniforms[i]);
      values.setNull(tile.offset() + i, segment == index.segments());
    }
  }

  private long number(int segment, double u) {
    double moved = spreads.moved(segment, u);
    double k = (moved - index.start(segment)) * rates[segment];
    long n = base[segment] + step * Math.min((long) k, last[segment]);
    return isPlain || last[segment] == 0 ? n : notation.written(n);
  }
}
