package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.ParetoTail;
import java.util.Optional;

/**
 * Fits a generalised Pareto tail to the values over a high threshold, by probability-weighted
 * moments (Hosking and Wallis 1987): with the mean excess a0 and a1 = E[y (1 - F(y))], shape = 2 -
 * a0 / (a0 - 2 a1) and scale = 2 a0 a1 / (a0 - 2 a1). They exist for shapes below 1, and unlike
 * maximum likelihood need no iteration.
 */
final class TailFitter {
  /** Fewer excesses leave the shape's standard error above 0.15. */
  static final int LEAST_EXCESSES = 100;

  /** A uniform distribution has shape -1; above this, values thin out. */
  private static final double LEAST_SHAPE = -0.5;

  /** Beyond it the variance does not exist, and the estimate depends on the few greatest values. */
  private static final double GREATEST_SHAPE = 0.5;

  /** Two digits are finer than the shape's standard error. */
  private static final double SHAPE_STEP = 0.05;

  private TailFitter() {}

  /**
   * The shape of the tail.
   *
   * @param excesses how far the values lie over the threshold, rising; their number is not less
   *     than {@link #LEAST_EXCESSES}
   * @param rows how often each occurs
   * @return the shape, or empty where the values do not thin out
   */
  static Optional<Double> shape(double[] excesses, long[] rows) {
    double n = 0;
    for (long count : rows) {
      n += count;
    }
    double mean = 0;
    double weighted = 0;
    double below = 0;
    for (int i = 0; i < excesses.length; i++) {
      double exceedance = 1 - (below + rows[i] / 2.0) / n;
      mean += excesses[i] * rows[i] / n;
      weighted += excesses[i] * rows[i] / n * exceedance;
      below += rows[i];
    }
    double shape = 2 - mean / (mean - 2 * weighted);
    if (!(mean > 0) || !(shape >= LEAST_SHAPE)) {
      return Optional.empty();
    }
    return Optional.of(Math.rint(Math.min(shape, GREATEST_SHAPE) / SHAPE_STEP) * SHAPE_STEP);
  }

  /**
   * The tail over a higher threshold with this mean excess: the shape stays, and the scale is mean
   * (1 - shape).
   */
  static ParetoTail tail(double shape, double meanExcess, boolean upper) {
    double rounded = Rounding.share(meanExcess * (1 - shape));
    return new ParetoTail(Math.rint(shape * 100) / 100, rounded, upper);
  }
}
