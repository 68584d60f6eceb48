package io.mirrorlake.evaluator.tally;

import java.io.Serializable;

/**
 * Sums of whole numbers below 2^62 in size, each kept as two parts so that 2^31 of them cannot
 * overflow. Adding is exact, so sums depend on what is added alone and not on its order.
 */
final class FixedSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bits in the low part of a number. */
  private static final int BITS = 31;

  private static final long LOW = (1L << BITS) - 1;

  private final long[] high;
  private final long[] low;

  FixedSums(int sums) {
    this.high = new long[sums];
    this.low = new long[sums];
  }

  void add(int sum, long value) {
    high[sum] += value >> BITS;
    low[sum] += value & LOW;
  }

  void addAll(FixedSums other) {
    for (int i = 0; i < high.length; i++) {
      high[i] += other.high[i];
      low[i] += other.low[i];
    }
  }

  double value(int sum) {
    return (double) high[sum] * (1L << BITS) + low[sum];
  }
}
