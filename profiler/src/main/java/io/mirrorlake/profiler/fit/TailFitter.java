package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.SecretRounding;
import io.mirrorlake.profiler.marginal.ParetoTail;
import java.util.Optional;

/**
 * Fits a generalised Pareto tail to the values over a high threshold, by probability-weighted
 * moments (Hosking and Wallis 1987): with the mean excess a0 and a1 = E[y (1 - F(y))], shape = 2 -
 * a0 / (a0 - 2 a1) and scale = a0 (1 - shape). They exist for shapes below 1, and unlike maximum
 * likelihood need no search.
 *
 * <p>How far the outermost values lie beyond the last safe one, y*, is not looked at: their part in
 * the moments is what the fit itself expects. The excess over y* is generalised Pareto with scale
 * s* = scale + shape y*, so that it is s* / (1 - shape) on average, and y (1 - F) among them is (y*
 * + s* / (2 - shape)) / 2 times their share. Fit and expectation take turns.
 */
final class TailFitter {
  /** Fewer excesses leave the shape's standard error above 0.15. */
  static final int LEAST_EXCESSES = 100;

  /** A uniform distribution has shape -1; above this, values thin out. */
  private static final double LEAST_SHAPE = -0.5;

  /** Beyond it the variance does not exist, and the estimate depends on the few greatest values. */
  private static final double GREATEST_SHAPE = 0.5;

  /** A step of the shape that a reader can follow. */
  private static final double SHAPE_STEP = 0.05;

  /** The values of a tenth that are not looked at make the turns converge by a factor of ten. */
  private static final int ROUNDS = 12;

  /** Twice the standard error of shape, and of the scale's logarithm, from one excess (1.3). */
  private static final double MOVE = 2.6;

  /** What is left of a scale that falls towards the tail's own end, at least. */
  private static final double LEAST_SCALE = 0.1;

  private TailFitter() {}

  /**
   * A fitted tail.
   *
   * @param shape the shape
   * @param scale the scale over the threshold
   * @param rows from how many rows
   */
  record Fit(double shape, double scale, double rows) {}

  /**
   * The tail.
   *
   * @param excesses how far the values lie over the threshold, rising and not empty; the last is y*
   * @param rows how often each occurs
   * @param beyond the rows beyond them
   * @return the fit, or empty where the values do not thin out
   */
  static Optional<Fit> fit(double[] excesses, long[] rows, long beyond) {
    double n = beyond;
    for (long count : rows) {
      n += count;
    }
    double mean = 0;
    double weighted = 0;
    double below = 0;
    for (int i = 0; i < excesses.length; i++) {
      mean += excesses[i] * rows[i] / n;
      weighted += excesses[i] * rows[i] / n * (1 - (below + rows[i] / 2.0) / n);
      below += rows[i];
    }
    double last = excesses[excesses.length - 1];
    double share = beyond / n;
    double shape = 0;
    double scale = Math.max(mean, Double.MIN_NORMAL);
    double exact = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double over = scale + shape * last;
      double a0 = mean + share * (last + over / (1 - shape));
      double a1 = weighted + share * share * (last + over / (2 - shape)) / 2;
      exact = 2 - a0 / (a0 - 2 * a1);
      shape = Math.max(LEAST_SHAPE, Math.min(exact, GREATEST_SHAPE));
      scale = a0 * (1 - shape);
    }
    return scale > 0 && exact >= LEAST_SHAPE
        ? Optional.of(new Fit(shape, scale, n))
        : Optional.empty();
  }

  /**
   * The tail as it is told, over a threshold that lies so far beyond that of the fit: the shape
   * stays, and the scale grows by shape times the distance.
   */
  static ParetoTail told(Fit fit, double distance, boolean upper, SecretRounding rounding) {
    double move = MOVE / Math.sqrt(fit.rows());
    double moved = rounding.number(fit.shape(), move, "shape " + upper);
    double shape = Math.max(LEAST_SHAPE, Math.min(moved, GREATEST_SHAPE));
    double grown = Math.max(LEAST_SCALE * fit.scale(), fit.scale() + shape * distance);
    double scale = Rounding.share(rounding.number(grown, move * grown, "scale " + upper));
    return new ParetoTail(
        Math.rint(Math.rint(shape / SHAPE_STEP) * SHAPE_STEP * 100) / 100, scale, upper);
  }
}
