package io.mirrorlake.profiler.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Brings the leaves of a tree in line with the column's own distribution.
 *
 * <p>Shrinking takes rows from codes that are rare and found in few leaves, and gives them to codes
 * that are common: with n_i rows in leaf i, the sum of n_i P_i(c) falls short of what the column
 * has of code c. Raking (iterative proportional fitting; Deming and Stephan 1940, Annals of
 * Mathematical Statistics 11) multiplies each code's probabilities in all leaves by what it lacks,
 * and each leaf's to a sum of 1, in turn. Of all tables with both sums it is the nearest one to the
 * shrunk one, by relative entropy: the odds of two codes in two leaves stay what they were.
 */
final class LeafRaking {
  /** The sums are met to a thousandth long before; more changes no part of a leaf. */
  private static final int ROUNDS = 8;

  private LeafRaking() {}

  /**
   * A leaf.
   *
   * @param distribution the probability of each code; changed by raking
   * @param rows how many rows the leaf has
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Leaf(double[] distribution, int rows) {}

  /** Rakes the leaves to a column's own distribution. */
  static void to(double[] own, List<Leaf> leaves) {
    double rows = leaves.stream().mapToInt(Leaf::rows).sum();
    for (int round = 0; round < ROUNDS && !leaves.isEmpty(); round++) {
      double[] sums = new double[own.length];
      for (Leaf leaf : leaves) {
        for (int code = 0; code < own.length; code++) {
          sums[code] += leaf.rows() * leaf.distribution()[code];
        }
      }
      double[] times = new double[own.length];
      for (int code = 0; code < own.length; code++) {
        times[code] = sums[code] > 0 ? rows * own[code] / sums[code] : 0;
      }
      leaves.forEach(leaf -> multiply(leaf.distribution(), times));
    }
  }

  private static void multiply(double[] distribution, double[] times) {
    for (int code = 0; code < times.length; code++) {
      distribution[code] *= times[code];
    }
    double sum = Arrays.stream(distribution).sum();
    for (int code = 0; code < times.length; code++) {
      distribution[code] /= sum;
    }
  }
}
