package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.synthesizer.random.Permutation;
import io.mirrorlake.synthesizer.random.RandomStream;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * A permutation of [0, size) that moves nothing further than a window: numbers are permuted inside
 * [0, w), [w, 2 w) and so on. Neighbours, who are siblings, stay together, come apart, or are
 * shuffled. Immutable.
 */
final class Scatter {
  /** Products of two numbers below it fit a long. */
  private static final long MOST_APART = 1L << 31;

  /** The part of a window that numbers lie apart from their neighbours, all of them evenly. */
  private static final double GOLDEN = 0.6180339887498949;

  private final long size;
  private final long window;
  private final Order full;
  private final Order last;

  private Scatter(long size, long window, Order full, Order last) {
    this.size = size;
    this.window = window;
    this.full = full;
    this.last = last;
  }

  /** A permutation of the numbers below some size. */
  private interface Order {
    long apply(long number);
  }

  /**
   * The permutation.
   *
   * @param size how many numbers, at least 1
   * @param window how many numbers are permuted among each other, at least 1
   */
  static Scatter of(long size, long window, Dealing dealing, RandomStream stream) {
    long whole = Math.min(size, dealing == Dealing.APART ? Math.min(window, MOST_APART) : window);
    Order full = order(whole, dealing, stream);
    long rest = size % whole;
    return new Scatter(size, whole, full, rest == 0 ? full : order(rest, dealing, stream));
  }

  private static Order order(long size, Dealing dealing, RandomStream stream) {
    return switch (dealing) {
      case SHUFFLED -> Permutation.of(size, stream)::apply;
      case TOGETHER -> number -> number;
      case APART -> {
        long step = step(size);
        yield number -> number * step % size;
      }
    };
  }

  /**
   * The number nearest to the golden section of a size that has no divisor in common with it. Its
   * multiples n, modulo the size, are spread evenly for each n (three-distance theorem; Steinhaus):
   * the first L of them lie about size / L apart.
   */
  private static long step(long size) {
    long middle = Math.max(1, Math.round(size * GOLDEN));
    for (long off = 0; ; off++) {
      if (isCoprime(middle + off, size)) {
        return middle + off;
      }
      if (off < middle && isCoprime(middle - off, size)) {
        return middle - off;
      }
    }
  }

  private static boolean isCoprime(long a, long b) {
    return ArithmeticUtils.gcd(a, b) == 1;
  }

  /** How many numbers there are. */
  long size() {
    return size;
  }

  /** The image of a number in [0, size). */
  long apply(long number) {
    if (window == size) {
      return full.apply(number);
    }
    long inside = number % window;
    long first = number - inside;
    return first + (size - first < window ? last : full).apply(inside);
  }
}
