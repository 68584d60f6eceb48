package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.Column;
import java.math.BigDecimal;
import java.util.List;

/**
 * Calculates a column from others of the same row: a sum of multiples with a constant, divided by a
 * whole number, or a product. Whole numbers of any scale are calculated exactly, as long as they
 * stay below 2^63; what involves binary floating point is calculated in doubles and rounded to the
 * column's grid. A result beyond the type's ends becomes the end.
 */
public final class FormulaSampler extends CalculatedSampler {
  private final double[] factors;
  private final boolean isProduct;
  private final long constant;
  private final double divisor;
  private final double precision;
  private final boolean exact;
  private final long[] multiples;
  private final double coarsening;
  private final long ofConstant;

  private FormulaSampler(
      String table, Column column, Formula formula, List<Input> inputs, int blockRows) {
    super(table, column, inputs, blockRows);
    Grid grid = grid(formula);
    this.factors = factors(formula);
    this.isProduct = formula instanceof Formula.Product;
    this.constant = formula instanceof Formula.Linear linear ? linear.constant() : 0;
    this.divisor = formula instanceof Formula.Linear linear ? linear.divisor() : 1;
    this.precision =
        grid.isDiscrete() ? BigDecimal.ONE.scaleByPowerOfTen(grid.decimals()).doubleValue() : 0;
    this.exact = result().isWhole() && inputs().stream().allMatch(Numbers::isWhole);
    this.multiples = new long[factors.length];
    double one = isProduct ? 1 : result().one();
    for (Numbers input : inputs()) {
      one = isProduct ? one * input.one() : Math.max(one, input.one());
    }
    for (int i = 0; i < multiples.length; i++) {
      multiples[i] = (long) (isProduct ? 1 : factors[i] * (one / inputs().get(i).one()));
    }
    this.coarsening = one / result().one() * divisor;
    this.ofConstant = (long) (constant * one);
  }

  /**
   * A column that a formula takes in.
   *
   * @param column the column
   * @param values its values
   */
  public record Input(Column column, Values values) {}

  /**
   * The sampler of a sum or a product.
   *
   * @param table the table's name
   * @param column the column
   * @param formula a sum or a product
   * @param inputs the formula's columns in its order
   * @param blockRows how many rows a block has at most
   * @throws io.mirrorlake.profiler.schema.UserException where an input or the column is a decimal
   *     of more than 18 digits
   */
  public static FormulaSampler of(
      String table, Column column, Formula formula, List<Input> inputs, int blockRows) {
    return new FormulaSampler(table, column, formula, inputs, blockRows);
  }

  private static double[] factors(Formula formula) {
    return formula instanceof Formula.Linear linear
        ? linear.terms().stream().mapToDouble(Term::factor).toArray()
        : new double[] {1, 1};
  }

  private static Grid grid(Formula formula) {
    return formula instanceof Formula.Linear linear
        ? linear.grid()
        : ((Formula.Product) formula).grid();
  }

  @Override
  void calculate(int row) {
    if (exact) {
      try {
        putUnits(row, inUnits(exactly(row)));
        return;
      } catch (ArithmeticException e) {
        // Beyond 2^63: in doubles, and then the type's end.
      }
    }
    double number = isProduct ? 1 : constant;
    for (int i = 0; i < factors.length; i++) {
      double term = factors[i] * inputs().get(i).value(row);
      number = isProduct ? number * term : number + term;
    }
    number /= divisor;
    put(row, precision > 0 ? Math.rint(number * precision) / precision : number);
  }

  private long exactly(int row) {
    long units = isProduct ? 1 : ofConstant;
    for (int i = 0; i < factors.length; i++) {
      long term = Math.multiplyExact(multiples[i], inputs().get(i).units(row));
      units = isProduct ? Math.multiplyExact(units, term) : Math.addExact(units, term);
    }
    return units;
  }

  /** From the scale of the calculation to the result's, rounded half to even. */
  private long inUnits(long number) {
    if (divisor > 1 && precision > 0 && precision < result().one()) {
      double step = result().one() / precision;
      return (long) (Math.rint(number / (coarsening * step)) * step);
    }
    return coarsening == 1 ? number : (long) Math.rint((double) number / coarsening);
  }
}
