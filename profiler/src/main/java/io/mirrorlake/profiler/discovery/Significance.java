package io.mirrorlake.profiler.discovery;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a regularity of the sample means something: whether it would break if the columns were
 * independent of each other.
 *
 * <p>With p the probability that a row of independent columns with the same marginals satisfies it,
 * n rows satisfy it by chance with probability p^n. It is taken for a constraint where -n ln p is
 * at least ln(10^6 m), with m the number of candidates looked at: the chance of one false find in a
 * search is then below 10^-6 (Bonferroni). What could not be otherwise, such as an age below an
 * income, has p = 1 and is never listed.
 */
final class Significance {
  /** Fewer rows say nothing, however unlikely they are. */
  static final int LEAST_ROWS = 30;

  /** The inverse of the chance of a false find in a search. */
  private static final double INVERSE_RISK = 1e6;

  /** As many shifted pairings as a share of one in a thousand needs in small samples. */
  private static final int SHIFTS = 16;

  private Significance() {}

  /** Whether evidence in nats is enough after looking at so many candidates. */
  static boolean isEnough(double nats, long candidates) {
    return nats >= Math.log(INVERSE_RISK * Math.max(1, candidates));
  }

  /** The evidence of n rows that each had the probability p by chance. */
  static double nats(long rows, double p) {
    return -rows * Math.log(p);
  }

  /**
   * The evidence of n rows of which all but e had the probability p by chance: that of n - e rows,
   * less the number of ways to choose the others.
   */
  static double nats(long rows, long exceptions, double p) {
    return nats(rows - exceptions, p) - choices(rows, exceptions);
  }

  /** The logarithm of the number of ways to choose e of n rows. */
  static double choices(long rows, long exceptions) {
    double nats = 0;
    for (long e = 1; e <= exceptions; e++) {
      nats += Math.log((double) (rows - exceptions + e) / e);
    }
    return nats;
  }

  /** A condition on the rows of several columns. */
  interface Condition {
    /** Whether the columns' values of these rows, one a column, satisfy it. */
    boolean holds(int[] rows);
  }

  /**
   * Whether a condition holds in all complete rows but a few, and would not if the columns were
   * independent.
   *
   * @param exceptions how many rows may break it
   * @param candidates how many conditions are looked at
   */
  static boolean isRule(
      List<SampleColumn> columns, Condition condition, int exceptions, long candidates) {
    int complete = 0;
    int broken = 0;
    int[] rows = new int[columns.size()];
    for (int row = 0; row < columns.get(0).rows() && broken <= exceptions; row++) {
      Arrays.fill(rows, row);
      if (isComplete(columns, rows)) {
        complete++;
        broken += condition.holds(rows) ? 0 : 1;
      }
    }
    return broken <= exceptions
        && complete >= LEAST_ROWS
        && isEnough(nats(complete, broken, shifted(columns, condition)), candidates);
  }

  /** Whether none of the columns is null in its row. */
  private static boolean isComplete(List<SampleColumn> columns, int[] rows) {
    for (int c = 0; c < rows.length; c++) {
      if (columns.get(c).isNull(rows[c])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The share of rows that satisfy a condition when each column is shifted against the others; with
   * one more of each kind, so that it is never 0 or 1.
   */
  static double shifted(List<SampleColumn> columns, Condition condition) {
    int n = columns.get(0).rows();
    long hits = 1;
    long trials = 2;
    int[] rows = new int[columns.size()];
    for (int shift = 1; shift <= SHIFTS; shift++) {
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < rows.length; c++) {
          rows[c] = (int) ((i + (long) c * shift * (n / (SHIFTS + 1) + 1)) % n);
        }
        if (isComplete(columns, rows)) {
          trials++;
          hits += condition.holds(rows) ? 1 : 0;
        }
      }
    }
    return (double) hits / trials;
  }
}
