package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.math.BigDecimal;

/**
 * The law of binary floating point numbers that keep to a decimal granularity, such as cents.
 * Values of intervals are the doubles nearest to the decimal numbers; point masses are what the
 * profile says.
 *
 * <p>The nearest double to n / 10^d is the correctly rounded quotient of two exact doubles, as long
 * as |n| &lt;= 2^53 and d &lt;= 22. A float is the double rounded once more, which is the float
 * nearest to the decimal number for |n| &lt; 2^24 and d &lt;= 10 (a double has more than twice the
 * digits of a float; Figueroa 1995).
 */
final class DecimalRealLaw implements RealSource {
  /** Every whole number up to it is a double. */
  private static final double EXACT = 0x1p53;

  /** Marks a point mass among the numbers of the last steps. */
  private static final double POINT_MASS = -1;

  private final Grid grid;
  private final SegmentIndex index;
  private final double[] base;
  private final double[] last;
  private final double[] rates;
  private final double divisor;

  private DecimalRealLaw(NumericMarginal marginal) {
    int n = marginal.segmentCount();
    this.grid = marginal.grid();
    this.index = SegmentIndex.of(marginal);
    this.base = new double[n + 1];
    this.last = new double[n + 1];
    this.rates = new double[n + 1];
    this.divisor = BigDecimal.ONE.scaleByPowerOfTen(grid.decimals()).doubleValue();
    last[n] = POINT_MASS;
    for (int s = 0; s < n; s++) {
      Segment segment = marginal.segments().get(s);
      base[s] = segment.isAtom() ? segment.low() : grid.steps(segment.low());
      last[s] = segment.isAtom() ? POINT_MASS : grid.steps(segment.high()) - base[s];
      rates[s] = (last[s] + 1) / index.width(s);
    }
  }

  static DecimalRealLaw of(NumericMarginal marginal) {
    return new DecimalRealLaw(marginal);
  }

  @Override
  public SegmentIndex index() {
    return index;
  }

  @Override
  public double number(int segment, double u) {
    if (last[segment] == POINT_MASS) {
      return base[segment];
    }
    double k = Math.min(Math.floor((u - index.start(segment)) * rates[segment]), last[segment]);
    if (grid.isOfDigits()) {
      return grid.value(base[segment] + k);
    }
    double n = (base[segment] + k) * grid.step() + grid.phase();
    return Math.abs(n) <= EXACT ? n / divisor : nearest(base[segment] + k);
  }

  private double nearest(double steps) {
    return new BigDecimal(steps)
        .multiply(BigDecimal.valueOf(grid.step()))
        .add(BigDecimal.valueOf(grid.phase()))
        .movePointLeft(grid.decimals())
        .doubleValue();
  }
}
