package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A numeric marginal in whole units: segment s holds the values base(s) + step k for k = 0 ..
 * last(s), each equally likely. Where digits are dates or times, these are places on the notation's
 * line, but for segments of one value.
 *
 * @param index finds the segment
 * @param spreads how values are spread in segments
 * @param base the segments' least values, and a zero for the nulls
 * @param last the segments' numbers of values, less one, and a zero for the nulls
 * @param step the distance between values
 * @param notation what is written at a place
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record GridSegments(
    SegmentIndex index,
    Spreads spreads,
    BigInteger[] base,
    BigInteger[] last,
    BigInteger step,
    Notation notation) {

  static GridSegments of(Place place, NumericMarginal marginal) {
    Units units = Units.of(place.column().type());
    Grid grid = units.granularity(marginal.grid());
    BigInteger step = units.step(grid, place);
    BigInteger phase = units.phase(grid, place);
    int n = marginal.segmentCount();
    BigInteger[] base = new BigInteger[n + 1];
    BigInteger[] last = new BigInteger[n + 1];
    base[n] = BigInteger.ZERO;
    last[n] = BigInteger.ZERO;
    for (int s = 0; s < n; s++) {
      Segment segment = marginal.segments().get(s);
      if (segment.isAtom()) {
        base[s] = units.of(segment.low(), place);
        last[s] = BigInteger.ZERO;
      } else if (grid.isOfDigits()) {
        long low = (long) grid.steps(segment.low());
        last[s] = BigInteger.valueOf((long) grid.steps(segment.high()) - low);
        base[s] =
            last[s].signum() == 0
                ? units.of(grid.value((double) low), place)
                : BigInteger.valueOf(low * grid.step());
        units.of(segment.high(), place);
      } else {
        BigInteger low = steps(grid, segment.low());
        BigInteger high = steps(grid, segment.high());
        base[s] = units.inRange(low.multiply(step).add(phase), place);
        last[s] =
            units.inRange(high.multiply(step).add(phase), place).subtract(base[s]).divide(step);
      }
    }
    SegmentIndex index = SegmentIndex.of(marginal);
    Spreads spreads = Spreads.of(index, marginal, place.column().type().kind());
    return new GridSegments(index, spreads, base, last, step, grid.notation());
  }

  /**
   * The nearest whole number of steps to a value; in decimals, as the double is short for a decimal
   * number.
   */
  private static BigInteger steps(Grid grid, double value) {
    return BigDecimal.valueOf(value)
        .scaleByPowerOfTen(grid.decimals())
        .subtract(BigDecimal.valueOf(grid.phase()))
        .divide(BigDecimal.valueOf(grid.step()), 0, RoundingMode.HALF_EVEN)
        .toBigIntegerExact();
  }

  /** How fast k grows with u in each segment; 0 for the nulls. */
  double[] rates() {
    double[] rates = new double[base.length];
    for (int s = 0; s < index.segments(); s++) {
      rates[s] = last[s].add(BigInteger.ONE).doubleValue() / index.width(s);
    }
    return rates;
  }
}
