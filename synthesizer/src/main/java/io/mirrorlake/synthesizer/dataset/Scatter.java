package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;

/**
 * A permutation of [0, size) that moves nothing further than a window: numbers are permuted inside
 * [0, w), [w, 2 w) and so on. Immutable.
 */
final class Scatter {
  private final long size;
  private final Permutation full;
  private final Permutation last;

  private Scatter(long size, Permutation full, Permutation last) {
    this.size = size;
    this.full = full;
    this.last = last;
  }

  /**
   * The permutation.
   *
   * @param size how many numbers, at least 1
   * @param window how many numbers are permuted among each other, at least 1
   */
  static Scatter of(long size, long window, RandomStream stream) {
    Permutation full = Permutation.of(Math.min(size, window), stream);
    long rest = size % full.size();
    return new Scatter(size, full, rest == 0 ? full : Permutation.of(rest, stream));
  }

  /** How many numbers there are. */
  long size() {
    return size;
  }

  /** The image of a number in [0, size). */
  long apply(long number) {
    long window = full.size();
    if (window == size) {
      return full.apply(number);
    }
    long inside = number % window;
    long first = number - inside;
    return first + (size - first < window ? last : full).apply(inside);
  }
}
