package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The privacy units that carry something, counted exactly up to a limit: the {@code limit} smallest
 * 64-bit hashes of the units seen. Two units share a hash with probability 2^-64. Immutable.
 */
public final class Units implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No unit. */
  public static final Units NONE = new Units(new long[0]);

  private final long[] hashes;

  private Units(long[] hashes) {
    this.hashes = hashes;
  }

  /** The one unit with this hash. */
  public static Units of(long hash) {
    return new Units(new long[] {hash});
  }

  /** How many units there are, exact below the limit. */
  public int count() {
    return hashes.length;
  }

  /**
   * How many units there are at least, most likely, where only so many are remembered: the n
   * smallest of N hashes reach to n / (N + 1) of their range (Bar-Yossef et al. 2002). The estimate
   * has an error of one part in the square root of n, by which it is reduced.
   *
   * @param limit the number of hashes that were remembered at most
   */
  public double atLeast(int limit) {
    int n = hashes.length;
    if (n < Math.max(2, limit)) {
      return n;
    }
    double reach = (hashes[n - 1] - (double) Long.MIN_VALUE) / 0x1p64;
    return Math.max(n, (n - 1) / reach * (1 - 1 / Math.sqrt(n)));
  }

  /** Hands over the hash of every unit that is remembered. */
  public void forEach(LongConsumer consumer) {
    Arrays.stream(hashes).forEach(consumer);
  }

  /** These units and those, no more than {@code limit} of them. */
  public Units union(Units other, int limit) {
    if (other.hashes.length == 0) {
      return this;
    }
    long[] merged = new long[Math.min(limit, hashes.length + other.hashes.length)];
    int i = 0;
    int j = 0;
    int n = 0;
    while (n < merged.length && (i < hashes.length || j < other.hashes.length)) {
      boolean mine =
          j == other.hashes.length || (i < hashes.length && hashes[i] <= other.hashes[j]);
      long next = mine ? hashes[i++] : other.hashes[j++];
      if (n == 0 || merged[n - 1] != next) {
        merged[n++] = next;
      }
    }
    return n == merged.length ? new Units(merged) : new Units(Arrays.copyOf(merged, n));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Units that && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }
}
