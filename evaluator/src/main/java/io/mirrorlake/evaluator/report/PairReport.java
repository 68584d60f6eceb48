package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.fidelity.AssociationMatrix;
import java.util.List;

/**
 * The association of all pairs of columns.
 *
 * @param columns the columns, in the order of the matrices
 * @param train of the training rows
 * @param synthetic of the synthetic rows
 * @param worst the pairs with the largest differences, largest first
 */
public record PairReport(
    List<String> columns, AssociationMatrix train, AssociationMatrix synthetic, List<Gap> worst) {
  public PairReport {
    columns = List.copyOf(columns);
    worst = List.copyOf(worst);
  }

  /**
   * A pair and its association in each table.
   *
   * @param first the first column
   * @param second the second column
   * @param train in the training rows
   * @param holdout in the holdout
   * @param synthetic in the synthetic rows
   */
  public record Gap(String first, String second, double train, double holdout, double synthetic) {
    /** The absolute difference of synthetic and train. */
    public double error() {
      return Math.abs(synthetic - train);
    }
  }
}
