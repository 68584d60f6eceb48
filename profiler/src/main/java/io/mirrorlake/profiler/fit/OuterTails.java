package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.fit.IntervalFitter.Stretch;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.List;
import java.util.Optional;

/**
 * The tails of a column beyond its last knots. The shape comes from the outermost tenth of the
 * values; the scale is such that the outermost interval keeps its mean, an average of at least the
 * threshold of units; where the tail is cut off follows from these two and no value.
 */
final class OuterTails {
  /**
   * Where a tail is cut off: of the outermost interval's values one in twenty times as many would
   * go beyond.
   */
  private static final double CUT = 20;

  /** The tail's shape comes from the outermost tenth of the values. */
  private static final int TAIL_PART = 10;

  /** Of values on a grid, a tail must cover a few to be seen. */
  private static final double LEAST_STEPS = 3;

  private final Grid grid;
  private final List<ValueTally> points;
  private final long[] rowsBelow;
  private final double floor;
  private final double ceiling;

  /**
   * @param points the values that are no point masses, finite and rising
   * @param rowsBelow how many rows lie before each of them
   * @param floor no tail goes below it
   * @param ceiling no tail goes above it
   */
  OuterTails(Grid grid, List<ValueTally> points, long[] rowsBelow, double floor, double ceiling) {
    this.grid = grid;
    this.points = points;
    this.rowsBelow = rowsBelow;
    this.floor = floor;
    this.ceiling = ceiling;
  }

  /**
   * The outermost stretch of the points [from, to) with a tail.
   *
   * @param meanDistance the mean of its values less its inner end: negative for the lower tail
   * @return the stretch, or empty where its values do not thin out
   */
  Optional<Stretch> tail(int from, int to, double meanDistance, Stretch outermost) {
    boolean upper = meanDistance > 0;
    double meanExcess = Math.abs(meanDistance);
    if (!(meanExcess > LEAST_STEPS * grid.spacing()) || !(meanExcess > 0)) {
      return Optional.empty();
    }
    return shape(from, to, upper)
        .map(
            shape -> {
              ParetoTail tail = TailFitter.tail(shape, meanExcess, upper);
              double length = tail.excess(1 - 1 / (CUT * outermost.rows()));
              double low = outermost.low();
              double high = outermost.high();
              return upper
                  ? cut(new Stretch(low, Math.min(ceiling, low + length), outermost.rows(), tail))
                  : cut(new Stretch(Math.max(floor, high - length), high, outermost.rows(), tail));
            });
  }

  private static Stretch cut(Stretch tail) {
    double length = tail.high() - tail.low();
    boolean upper = tail.spread() instanceof ParetoTail pareto && pareto.upper();
    return upper
        ? tail.between(tail.low(), Rounding.end(tail.high(), length))
        : tail.between(Rounding.end(tail.low(), length), tail.high());
  }

  /** The shape of the outermost tenth of the points [from, to). */
  private Optional<Double> shape(int from, int to, boolean upper) {
    long all = rowsBelow[to] - rowsBelow[from];
    long wanted = Math.max(TailFitter.LEAST_EXCESSES, all / TAIL_PART);
    if (2 * wanted > all) {
      return Optional.empty();
    }
    int step = upper ? -1 : 1;
    int start = upper ? to - 1 : from;
    int end = start;
    for (long rows = 0; rows < wanted; end += step) {
      rows += points.get(end).tally().rows();
    }
    int count = Math.abs(end - start);
    double threshold = points.get(end).value();
    double[] excesses = new double[count];
    long[] rows = new long[count];
    for (int i = 0; i < count; i++) {
      ValueTally point = points.get(end - step * (i + 1));
      excesses[i] = Math.abs(point.value() - threshold);
      rows[i] = point.tally().rows();
    }
    return TailFitter.shape(excesses, rows);
  }
}
