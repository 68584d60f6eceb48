package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.math.BigInteger;

/** Keys scattered over ranges of equal size: low + size (i div size) + P(i mod size). */
final class ScatteredRule implements KeyRule {
  private final long low;
  private final Permutation permutation;

  private ScatteredRule(long low, Permutation permutation) {
    this.low = low;
    this.permutation = permutation;
  }

  static ScatteredRule of(Key.Scattered key, RandomStream stream) {
    return new ScatteredRule(key.low(), Permutation.of(key.size(), stream));
  }

  @Override
  public long key(long row) {
    long inside = row % permutation.size();
    return low + (row - inside) + permutation.apply(inside);
  }

  /** Whole ranges only: a range that ends beyond the bound would need numbers there. */
  @Override
  public long capacity(BigInteger least, BigInteger greatest) {
    BigInteger first = BigInteger.valueOf(low);
    if (first.compareTo(least) < 0) {
      return 0;
    }
    BigInteger size = BigInteger.valueOf(permutation.size());
    return KeyRule.clamp(greatest.subtract(first).add(BigInteger.ONE).divide(size).multiply(size));
  }
}
