package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.sample.NumberBins;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.QuantileCuts;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a number column is counted: in fine bins for what looks at the column alone, which are united
 * to coarse ones for what looks at columns together; and in whole steps of its unit for sums.
 */
final class NumberRuler implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bins of equal mass: a distance of distribution functions is then exact to 1 in 2,000. */
  private static final int FINE_BINS = 2000;

  /** The outermost values of either end get bins of their own, as quantiles there need them. */
  private static final int TAIL_VALUES = 200;

  /** Steps in a unit: sums of ten million values are exact to 10^-8 units a value. */
  private static final double STEPS = 1 << 16;

  /** A value beyond so many units counts as that: the square of its steps stays below 2^62. */
  private static final double LARGEST_STEPS = Integer.MAX_VALUE;

  private final double[] cuts;
  private final int[] coarse;
  private final int coarseBins;
  private final double centre;
  private final double unit;
  private final DecimalGrid grid;
  private final boolean hasGrid;

  private NumberRuler(double[] cuts, double[] coarseCuts, double[] sorted) {
    this.cuts = cuts;
    this.coarseBins = coarseCuts.length + 1;
    this.coarse =
        IntStream.rangeClosed(0, cuts.length)
            .map(bin -> bin == cuts.length ? coarseCuts.length : bin(coarseCuts, cuts[bin]))
            .toArray();
    this.centre = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double spread = Arrays.stream(sorted).map(x -> Math.abs(x - centre)).average().orElse(0);
    this.unit = spread > 0 && Double.isFinite(spread) ? spread : 1;
    Optional<DecimalGrid> found = DecimalGrid.of(sorted);
    this.hasGrid = found.isPresent();
    this.grid = found.orElse(new DecimalGrid(1, 0, 1));
  }

  /** The ruler for a column, from real values, the coarse bins to be kept, and train's ends. */
  static NumberRuler fit(NumberColumn real, NumberBins coarse, TallyPlan.Ends ends) {
    double[] sorted = real.sorted();
    int tail = Math.min(TAIL_VALUES, sorted.length);
    double[] cuts =
        Stream.of(
                Arrays.stream(coarse.uppers()),
                Arrays.stream(QuantileCuts.of(sorted, FINE_BINS)),
                Arrays.stream(sorted, 0, tail),
                Arrays.stream(sorted, sorted.length - tail, sorted.length),
                // Below the least and up to the greatest: how many values are outside is exact.
                DoubleStream.of(Math.nextDown(ends.least()), ends.greatest()))
            .flatMapToDouble(part -> part)
            .filter(cut -> !Double.isNaN(cut))
            .sorted()
            .distinct()
            .toArray();
    return new NumberRuler(cuts, coarse.uppers(), sorted);
  }

  private static int bin(double[] uppers, double value) {
    int found = Arrays.binarySearch(uppers, value);
    return found >= 0 ? found : -found - 1;
  }

  /** The upper ends of the fine bins but the last. */
  double[] cuts() {
    return cuts.clone();
  }

  int fineBins() {
    return cuts.length + 1;
  }

  /** The fine bin of a value. */
  int fine(double value) {
    return bin(cuts, value);
  }

  /** The coarse bin of a fine one. */
  int coarse(int fine) {
    return coarse[fine];
  }

  /** The number of coarse bins, without that of missing values. */
  int coarseBins() {
    return coarseBins;
  }

  /** A value as steps from the centre. */
  long steps(double value) {
    double steps = Math.rint((value - centre) / unit * STEPS);
    return (long) Math.max(-LARGEST_STEPS, Math.min(LARGEST_STEPS, steps));
  }

  /** The value of a number of steps. */
  double value(double steps) {
    return centre + steps / STEPS * unit;
  }

  /** Whether a value is not on the real values' grid; never, where they have none. */
  boolean isOffGrid(double value) {
    return hasGrid && !grid.holds(value);
  }

  /** The distance of neighbours on the real values' grid. */
  Optional<Double> gridWidth() {
    return hasGrid ? Optional.of(grid.width()) : Optional.empty();
  }
}
