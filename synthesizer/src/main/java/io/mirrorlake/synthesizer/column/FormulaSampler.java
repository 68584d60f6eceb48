package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Calculates a column from others of the same row: a sum of multiples with a constant, divided by a
 * whole number, or a product. Whole numbers of any scale are calculated exactly, as long as they
 * stay below 2^63; what involves binary floating point is calculated in doubles and rounded to the
 * column's grid. A result beyond the type's ends becomes the end.
 */
public final class FormulaSampler implements ColumnSampler {
  private final List<Numbers> inputs;
  private final double[] factors;
  private final boolean isProduct;
  private final long constant;
  private final double divisor;
  private final Numbers result;
  private final double precision;
  private final boolean exact;
  private final long[] multiples;
  private final double coarsening;
  private final long ofConstant;
  private final long least;
  private final long greatest;

  private FormulaSampler(
      Place place, List<Numbers> inputs, double[] factors, Formula formula, Grid grid, Values out) {
    this.inputs = inputs;
    this.factors = factors;
    this.isProduct = formula instanceof Formula.Product;
    this.constant = formula instanceof Formula.Linear linear ? linear.constant() : 0;
    this.divisor = formula instanceof Formula.Linear linear ? linear.divisor() : 1;
    this.result = Numbers.of(place, out);
    this.precision =
        grid.isDiscrete() ? BigDecimal.ONE.scaleByPowerOfTen(grid.decimals()).doubleValue() : 0;
    boolean whole = result.isWhole();
    this.exact = whole && inputs.stream().allMatch(Numbers::isWhole);
    this.multiples = new long[factors.length];
    double one = isProduct ? 1 : result.one();
    for (Numbers input : inputs) {
      one = isProduct ? one * input.one() : Math.max(one, input.one());
    }
    for (int i = 0; i < multiples.length; i++) {
      multiples[i] = (long) (isProduct ? 1 : factors[i] * (one / inputs.get(i).one()));
    }
    this.coarsening = one / result.one() * divisor;
    this.ofConstant = (long) (constant * one);
    this.least = whole ? Units.of(place.column().type()).least().longValue() : 0;
    this.greatest = whole ? Units.of(place.column().type()).greatest().longValue() : 0;
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
    Place place = new Place(table, column, 0);
    List<Numbers> numbers = new ArrayList<>();
    double[] factors = new double[inputs.size()];
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      numbers.add(Numbers.of(new Place(table, input.column(), 0), input.values()));
      factors[i] = 1;
    }
    if (formula instanceof Formula.Linear linear) {
      List<Term> terms = linear.terms();
      for (int i = 0; i < factors.length; i++) {
        factors[i] = terms.get(i).factor();
      }
      return new FormulaSampler(
          place, numbers, factors, formula, linear.grid(), blank(place, blockRows));
    }
    Grid grid = ((Formula.Product) formula).grid();
    return new FormulaSampler(place, numbers, factors, formula, grid, blank(place, blockRows));
  }

  static Values blank(Place place, int rows) {
    boolean nullable = place.column().nullable();
    return switch (place.column().type().kind()) {
      case FLOAT -> new Floats(rows, nullable);
      case DOUBLE -> new Doubles(rows, nullable);
      default -> {
        if (Units.of(place.column().type()).isWide()) {
          throw place.corrupt("it is calculated, which this type does not allow");
        }
        yield WholeSampler.blank(place.column(), rows);
      }
    };
  }

  @Override
  public Values values() {
    return result.values();
  }

  @Override
  public void sample(Tile tile, double[] uniforms) {
    Values values = result.values();
    values.begin(tile);
    for (int row = tile.offset(); row < tile.offset() + tile.rows(); row++) {
      boolean isNull = isNull(row);
      if (values.isNullable()) {
        values.setNull(row, isNull);
      }
      calculate(row);
    }
  }

  private void calculate(int row) {
    if (exact) {
      try {
        ((Whole) result.values()).store(new long[] {inUnits(exactly(row))}, 1, row);
        return;
      } catch (ArithmeticException e) {
        // Beyond 2^63: in doubles, and then the type's end.
      }
    }
    double number = isProduct ? 1 : constant;
    for (int i = 0; i < factors.length; i++) {
      double term = factors[i] * inputs.get(i).value(row);
      number = isProduct ? number * term : number + term;
    }
    number /= divisor;
    put(row, precision > 0 ? Math.rint(number * precision) / precision : number);
  }

  private long exactly(int row) {
    long units = isProduct ? 1 : ofConstant;
    for (int i = 0; i < factors.length; i++) {
      long term = Math.multiplyExact(multiples[i], inputs.get(i).units(row));
      units = isProduct ? Math.multiplyExact(units, term) : Math.addExact(units, term);
    }
    return units;
  }

  private void put(int row, double number) {
    if (result.values() instanceof Whole whole) {
      whole.store(new long[] {inside((long) Math.rint(number * result.one()))}, 1, row);
    } else {
      result.put(row, number);
    }
  }

  /** From the scale of the calculation to the result's, rounded half to even. */
  private long inUnits(long number) {
    if (divisor > 1 && precision > 0 && precision < result.one()) {
      double step = result.one() / precision;
      return inside((long) (Math.rint(number / (coarsening * step)) * step));
    }
    return inside(coarsening == 1 ? number : (long) Math.rint((double) number / coarsening));
  }

  private long inside(long units) {
    return Math.min(Math.max(units, least), greatest);
  }

  private boolean isNull(int row) {
    for (Numbers input : inputs) {
      if (input.isNull(row)) {
        return true;
      }
    }
    return false;
  }
}
