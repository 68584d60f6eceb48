package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Term;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Whether a sum holds of a row's numbers. */
final class Balance implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A total has so much of the variance of independent terms at least. */
  private static final double LEAST_VARIANCE = 0.8;

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
   * The balance of multiples of columns that add up to 0.
   *
   * @param factors those of the columns; the first one, which counts as the total, has 1
   */
  static Balance ofZero(long[] factors, Tolerance tolerance) {
    double[] others = new double[factors.length - 1];
    Arrays.setAll(others, i -> -factors[i + 1]);
    return new Balance(others, 0, 1, tolerance);
  }

  /**
   * Whether it holds.
   *
   * @param numbers the total's number at 0, those of the terms from 1 on
   */
  boolean holds(IntToDoubleFunction numbers) {
    double size = Math.abs(constant);
    for (int i = 0; i < factors.length; i++) {
      size = Math.max(size, Math.abs(factors[i] * numbers.applyAsDouble(i + 1)));
    }
    double total = numbers.applyAsDouble(0);
    return tolerance.isMet(calculated(numbers), total, Math.max(size / divisor, Math.abs(total)));
  }

  private double calculated(IntToDoubleFunction numbers) {
    double sum = constant;
    for (int i = 0; i < factors.length; i++) {
      sum += factors[i] * numbers.applyAsDouble(i + 1);
    }
    return sum / divisor;
  }

  /** How far apart the rows without nulls that keep it have the total from what is calculated. */
  double room(List<SampleColumn> columns) {
    double least = 0;
    double most = 0;
    for (int row = 0; row < columns.get(0).rows(); row++) {
      int at = row;
      IntToDoubleFunction numbers = i -> columns.get(i).number(at);
      if (columns.stream().noneMatch(column -> column.isNull(at)) && holds(numbers)) {
        double off = columns.get(0).number(row) - calculated(numbers);
        least = Math.min(least, off);
        most = Math.max(most, off);
      }
    }
    return most - least;
  }

  /**
   * Whether it holds in all rows of a sample without nulls but a few.
   *
   * @param columns the total and the terms
   */
  boolean holds(List<SampleColumn> columns, int exceptions) {
    int broken = 0;
    for (int row = 0; row < columns.get(0).rows() && broken <= exceptions; row++) {
      int at = row;
      boolean complete = columns.stream().noneMatch(column -> column.isNull(at));
      broken += complete && !holds(i -> columns.get(i).number(at)) ? 1 : 0;
    }
    return broken <= exceptions;
  }

  /** Whether it does so, and would not if the columns were independent of each other. */
  boolean isRule(List<SampleColumn> columns, int exceptions, long candidates) {
    return Significance.isRule(
        columns, rows -> holds(i -> columns.get(i).number(rows[i])), exceptions, candidates);
  }

  /**
   * Whether a total varies as much as its terms together: drawn apart from each other, terms that
   * make up for one another would give numbers that the column never has.
   *
   * @param columns the total and the terms
   */
  static boolean varies(Constraint.Sum sum, List<SampleColumn> columns) {
    double terms = 0;
    for (int i = 0; i < sum.terms().size(); i++) {
      double factor = sum.terms().get(i).factor();
      terms += factor * factor * columns.get(i + 1).variance();
    }
    return (double) sum.divisor() * sum.divisor() * columns.get(0).variance()
        >= LEAST_VARIANCE * terms;
  }
}
