package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeParts;

/**
 * Tells a leaf's distribution as equal parts, by systematic sampling: with q parts and one secret
 * offset v in [0, 1), code c with the cumulative probabilities F(c - 1) and F(c) before and after
 * it has floor(q F(c) + v) - floor(q F(c - 1) + v) parts. Their expectation is q P(c), and they are
 * off by less than one (Madow and Madow 1944, Annals of Mathematical Statistics 15).
 *
 * <p>So no count of rows enters a profile. How many parts there are tells the leaf's rows to a
 * factor of two; that a code has a part does not tell that any row had it, as the distribution is
 * shrunk; and the same leaf is told in other parts when it is told again.
 */
final class LeafParts {
  /** Fewer would lose rare codes even from the average of all trees. */
  private static final int FEWEST = 16;

  /** More would not fit beside each other in a profile, nor change a share by its fifth digit. */
  private static final int MOST = 1 << 16;

  private LeafParts() {}

  /**
   * The parts of a distribution.
   *
   * @param rows how many rows it was learned from
   * @param offset v
   */
  static CodeParts of(double[] distribution, int rows, double offset) {
    int parts = Math.max(FEWEST, Math.min(Integer.highestOneBit(rows), MOST));
    int[] dense = new int[distribution.length];
    double sum = 0;
    int told = 0;
    for (int code = 0; code < dense.length; code++) {
      sum += distribution[code];
      int next = Math.min(parts, (int) Math.floor(parts * sum + offset));
      dense[code] = next - told;
      told = next;
    }
    // What rounding errors of the sum leave over.
    dense[likeliest(distribution)] += parts - told;
    return CodeParts.ofDense(dense);
  }

  private static int likeliest(double[] distribution) {
    int best = 0;
    for (int code = 1; code < distribution.length; code++) {
      best = distribution[code] > distribution[best] ? code : best;
    }
    return best;
  }
}
