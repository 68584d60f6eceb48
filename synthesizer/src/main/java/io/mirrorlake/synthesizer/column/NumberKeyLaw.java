package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import java.math.BigInteger;

/**
 * The law of a numeric key column: integers of any width, or decimals with zeros after the point.
 */
final class NumberKeyLaw implements KeyLaw {
  private static final BigInteger LEAST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private final Column column;
  private final Units units;
  private final KeyRule rule;

  private NumberKeyLaw(Column column, KeyRule rule) {
    this.column = column;
    this.units = Units.of(column.type());
    this.rule = rule;
  }

  static NumberKeyLaw of(Place place, KeyRule rule) {
    return new NumberKeyLaw(place.column(), rule);
  }

  @Override
  public long rowCapacity() {
    return rule.capacity(
        units.least().divide(units.one()).max(LEAST_LONG),
        units.greatest().divide(units.one()).min(GREATEST_LONG));
  }

  @Override
  public ColumnSampler sampler(int blockRows) {
    if (units.isWide()) {
      return new WideSampler(new WideDecimals(blockRows, false));
    }
    long one = units.one().longValueExact();
    return WholeSampler.of(
        (tile, uniforms, numbers, values) -> fill(tile, one, numbers), column, blockRows);
  }

  @Override
  public ColumnSampler sampler(Column of, Indexes indexes, int blockRows) {
    if (units.isWide()) {
      return IndexedSampler.wide(of, rule::key, units.one(), indexes, blockRows);
    }
    long one = units.one().longValueExact();
    IndexedSampler.Numbers keys =
        rule instanceof SequenceRule sequence
            ? sequence.numbers(one)
            : index -> one * rule.key(index);
    return IndexedSampler.of(of, keys, indexes, blockRows);
  }

  private void fill(Tile tile, long one, long[] numbers) {
    for (int i = 0; i < tile.rows(); i++) {
      numbers[i] = one * rule.key(tile.firstRow() + i);
    }
  }

  private final class WideSampler implements ColumnSampler {
    private final WideDecimals values;

    WideSampler(WideDecimals values) {
      this.values = values;
    }

    @Override
    public Values values() {
      return values;
    }

    @Override
    public void sample(Tile tile, double[] uniforms) {
      values.begin(tile);
      for (int i = 0; i < tile.rows(); i++) {
        BigInteger key = BigInteger.valueOf(rule.key(tile.firstRow() + i));
        values.array()[tile.offset() + i] = key.multiply(units.one());
      }
    }
  }
}
