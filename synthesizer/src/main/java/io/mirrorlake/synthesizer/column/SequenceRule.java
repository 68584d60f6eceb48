package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.Key;
import java.math.BigInteger;

/** Keys in sequence: start + step i. */
final class SequenceRule implements KeyRule {
  private final long start;
  private final long step;

  private SequenceRule(Key.Sequence key) {
    this.start = key.start();
    this.step = key.step();
  }

  static SequenceRule of(Key.Sequence key) {
    return new SequenceRule(key);
  }

  /** The keys times a factor. */
  LinearNumbers numbers(long factor) {
    return new LinearNumbers(factor * start, factor * step);
  }

  @Override
  public long key(long row) {
    return start + step * row;
  }

  @Override
  public long capacity(BigInteger least, BigInteger greatest) {
    BigInteger first = BigInteger.valueOf(start);
    if (first.compareTo(least) < 0 || first.compareTo(greatest) > 0) {
      return 0;
    }
    BigInteger room = step > 0 ? greatest.subtract(first) : first.subtract(least);
    return KeyRule.clamp(room.divide(BigInteger.valueOf(step).abs()).add(BigInteger.ONE));
  }
}
