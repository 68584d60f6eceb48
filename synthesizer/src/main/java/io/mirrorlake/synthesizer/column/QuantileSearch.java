package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.math.BigDecimal;

/**
 * Finds where on the u-scale of a column of numbers or points in time a value begins, by asking the
 * column's own sampler: values never fall as u rises, so halving finds the edge to the last bit,
 * whatever the column's grid, tails and calendar are.
 */
public final class QuantileSearch {
  /** More halvings than a double between 0 and 1 has bits to tell apart, but for those near 0. */
  private static final int HALVINGS = 64;

  private final ColumnSampler sampler;
  private final int scale;
  private final double end;
  private final double[] u = new double[Tile.MAX_ROWS];

  private QuantileSearch(ColumnSampler sampler, int scale, double end) {
    this.sampler = sampler;
    this.scale = scale;
    this.end = end;
  }

  /** The search for values of a column that has some. */
  public static QuantileSearch of(String table, Column column, Marginal marginal) {
    int scale = column.type().kind() == Kind.DECIMAL ? column.type().scale() : 0;
    ColumnSampler sampler = ColumnLaw.of(table, new Drawn(column, marginal), 0).sampler(1);
    return new QuantileSearch(sampler, scale, 1 - marginal.nullProbability());
  }

  /** Where the values end and the nulls begin. */
  public double end() {
    return end;
  }

  /**
   * The least u whose value is at or above the bound, or above it; {@link #end} where there is
   * none.
   *
   * @param bound a number in the column's unit: days, microseconds
   * @param above whether a value equal to the bound is too low
   */
  public double first(BigDecimal bound, boolean above) {
    double low = 0;
    double high = end;
    if (reaches(low, bound, above)) {
      return low;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (reaches(middle, bound, above)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** The value at u, below {@link #end}; the largest double stands for NaN and the infinities. */
  public BigDecimal value(double at) {
    u[0] = at;
    sampler.sample(new Tile(0, 1, 0), u);
    if (sampler.values() instanceof Real real) {
      double value = real(real);
      double finite = Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
      return new BigDecimal(Double.isNaN(value) ? Double.MAX_VALUE : finite);
    }
    return number(sampler.values());
  }

  private boolean reaches(double at, BigDecimal bound, boolean above) {
    if (at >= end) {
      return true;
    }
    u[0] = at;
    sampler.sample(new Tile(0, 1, 0), u);
    int compared = compare(sampler.values(), bound);
    return above ? compared > 0 : compared >= 0;
  }

  private int compare(Values values, BigDecimal bound) {
    if (values instanceof Real real) {
      double value = real(real);
      // NaN comes after all numbers, as in the marginal.
      return Double.isFinite(value)
          ? new BigDecimal(value).compareTo(bound)
          : value == Double.NEGATIVE_INFINITY ? -1 : 1;
    }
    return number(values).compareTo(bound);
  }

  private static double real(Real real) {
    return real instanceof Floats floats ? floats.array()[0] : ((Doubles) real).array()[0];
  }

  private BigDecimal number(Values values) {
    if (values instanceof Bytes bytes) {
      return BigDecimal.valueOf(bytes.array()[0]);
    }
    if (values instanceof Shorts shorts) {
      return BigDecimal.valueOf(shorts.array()[0]);
    }
    if (values instanceof Ints ints) {
      return BigDecimal.valueOf(ints.array()[0]);
    }
    if (values instanceof Longs longs) {
      return BigDecimal.valueOf(longs.array()[0], scale);
    }
    if (values instanceof WideDecimals decimals) {
      return new BigDecimal(decimals.array()[0], scale);
    }
    throw new IllegalStateException("values without an order: " + values.getClass());
  }
}
