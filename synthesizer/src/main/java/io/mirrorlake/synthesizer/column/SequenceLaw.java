package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.schema.Column;
import java.math.BigInteger;

/** The law of numbers in sequence: start + step i. */
final class SequenceLaw implements IndexedLaw {
  private final Place place;
  private final long start;
  private final long step;

  SequenceLaw(Place place, long start, long step) {
    this.place = place;
    this.start = start;
    this.step = step;
  }

  @Override
  public ColumnSampler sampler(Column column, Indexes indexes, int blockRows) {
    return IndexedSampler.of(column, new LinearNumbers(start, step), indexes, blockRows);
  }

  @Override
  public long capacity() {
    Units units = Units.of(place.column().type());
    BigInteger first = BigInteger.valueOf(start);
    BigInteger room = step > 0 ? units.greatest().subtract(first) : first.subtract(units.least());
    return KeyRule.clamp(room.divide(BigInteger.valueOf(step).abs()).add(BigInteger.ONE));
  }
}
