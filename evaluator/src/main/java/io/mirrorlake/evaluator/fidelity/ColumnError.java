package io.mirrorlake.evaluator.fidelity;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.SampleColumn;

/**
 * How far one column of a table is from the same column of another.
 *
 * @param shape the distance of the values that are not missing: Kolmogorov-Smirnov for numbers and
 *     times, total variation for categories; 0 where neither has a value, 1 where only one has
 * @param missingness the difference of the shares of missing values
 */
public record ColumnError(double shape, double missingness) {

  /** The error between two columns with the same measure and, for categories, the same labels. */
  public static ColumnError of(SampleColumn first, SampleColumn second) {
    return new ColumnError(
        shape(first.present(), second.present()),
        Math.abs(first.missingShare() - second.missingShare()));
  }

  private static double shape(SampleColumn first, SampleColumn second) {
    if (first.rows() == 0 || second.rows() == 0) {
      return first.rows() == second.rows() ? 0 : 1;
    }
    if (first instanceof NumberColumn a && second instanceof NumberColumn b) {
      return KolmogorovSmirnov.distance(a.sorted(), b.sorted());
    }
    if (first instanceof CategoryColumn a && second instanceof CategoryColumn b) {
      return TotalVariation.distance(a.counts(), b.counts());
    }
    throw new IllegalArgumentException("column " + first.name() + " is a number in one table only");
  }
}
