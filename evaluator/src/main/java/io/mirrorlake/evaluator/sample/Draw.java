package io.mirrorlake.evaluator.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random choices of rows, each a pure function of a seed and of the purpose it is made for, so that
 * no metric's choice depends on which others ran before it.
 */
public final class Draw {
  private final SplittableRandom random;

  private Draw(SplittableRandom random) {
    this.random = random;
  }

  /** The choices for one purpose; another purpose gets unrelated ones. */
  public static Draw of(long seed, String purpose) {
    return new Draw(new SplittableRandom(seedOf(seed, purpose)));
  }

  /** A seed for one purpose, for what keeps its own generator. */
  public static long seedOf(long seed, String purpose) {
    // Two draws of a generator keyed by the purpose mix its hash code, which alone is small and
    // regular.
    SplittableRandom mixer = new SplittableRandom(purpose.hashCode());
    return new SplittableRandom(seed ^ mixer.nextLong()).nextLong();
  }

  /** The numbers 0 to {@code size - 1} in random order (Fisher and Yates). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /** At most {@code wanted} different numbers below {@code size}, in random order. */
  public int[] subset(int size, int wanted) {
    return Arrays.copyOf(permutation(size), Math.min(size, wanted));
  }

  /**
   * {@code wanted} numbers below {@code size}, each drawn from all of them: rows of a bootstrap
   * sample.
   */
  public int[] resample(int size, int wanted) {
    return random.ints(wanted, 0, size).toArray();
  }

  /** A uniform number in [0, 1). */
  public double uniform() {
    return random.nextDouble();
  }

  /** A table with these many random rows, or all of them in random order where it has no more. */
  public SampleTable rows(SampleTable table, int wanted) {
    return table.take(subset(table.rows(), wanted));
  }
}
