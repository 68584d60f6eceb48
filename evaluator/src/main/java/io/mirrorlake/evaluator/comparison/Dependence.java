package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether two columns depend on each other beyond what sampling makes of independent ones:
 * Pearson's chi-squared test on their bins.
 *
 * <p>The same dependence is the more significant the more rows show it, so the tables of a question
 * are tested as if they had equally many: with {@code rows * phi^2}.
 */
final class Dependence {
  private Dependence() {}

  /**
   * Whether independence is rejected.
   *
   * @param table the combinations
   * @param rows the number of rows to go by, at most the table's own
   * @param significance the share of independent pairs that are rejected all the same
   */
  static boolean isShown(ContingencyTable table, double rows, double significance) {
    int freedom = table.degreesOfFreedom();
    return freedom > 0
        && chance(Math.min(rows, table.total()) * table.phiSquared(), freedom) < significance;
  }

  /** The probability of a chi-squared value at least as large. */
  static double chance(double chiSquared, int freedom) {
    return 1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(chiSquared);
  }
}
