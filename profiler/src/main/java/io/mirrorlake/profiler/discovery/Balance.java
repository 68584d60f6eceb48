package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Term;
import java.io.Serializable;
import java.util.function.IntToDoubleFunction;

/** Whether a sum holds of a row's numbers. */
final class Balance implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] factors;
  private final double constant;
  private final double divisor;
  private final Tolerance tolerance;

  private Balance(double[] factors, double constant, double divisor, Tolerance tolerance) {
    this.factors = factors;
    this.constant = constant;
    this.divisor = divisor;
    this.tolerance = tolerance;
  }

  /**
   * The balance of a sum.
   *
   * @param tolerance how far the total may lie from what is calculated
   */
  static Balance of(Constraint.Sum sum, Tolerance tolerance) {
    double[] factors = sum.terms().stream().mapToDouble(Term::factor).toArray();
    return new Balance(factors, sum.constant(), sum.divisor(), tolerance);
  }

  /**
   * Whether it holds.
   *
   * @param numbers the total's number at 0, those of the terms from 1 on
   */
  boolean holds(IntToDoubleFunction numbers) {
    double sum = constant;
    double size = Math.abs(constant);
    for (int i = 0; i < factors.length; i++) {
      double term = factors[i] * numbers.applyAsDouble(i + 1);
      sum += term;
      size = Math.max(size, Math.abs(term));
    }
    double total = numbers.applyAsDouble(0);
    return tolerance.isMet(sum / divisor, total, Math.max(size / divisor, Math.abs(total)));
  }
}
