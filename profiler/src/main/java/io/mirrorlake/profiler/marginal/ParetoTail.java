package io.mirrorlake.profiler.marginal;

/**
 * How values thin out beyond the last safe knot: the generalised Pareto distribution of the excess
 * y &gt;= 0 over a threshold, F(y) = 1 - (1 + shape y / scale)^(-1 / shape), the limit of peaks
 * over a high threshold for nearly every distribution (Pickands 1975). A shape of 0 is the
 * exponential distribution, a positive one a power law, a negative one a tail with an end.
 *
 * @param shape the shape, in (-1, 1)
 * @param scale the scale, finite and positive
 * @param upper whether it is the upper tail, whose threshold is the interval's lower end; else it
 *     is the lower one, and the interval's upper end
 */
public record ParetoTail(double shape, double scale, boolean upper) implements Spread {
  /** Shapes below it are computed as 0: the powers would cancel. */
  private static final double EXPONENTIAL = 1e-6;

  public ParetoTail {
    if (!(shape > -1 && shape < 1) || !(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a tail of shape " + shape + " and scale " + scale);
    }
  }

  /** The probability that the excess is at most y. */
  double cumulativeProbability(double y) {
    if (Math.abs(shape) < EXPONENTIAL) {
      return -StrictMath.expm1(-y / scale);
    }
    double base = 1 + shape * y / scale;
    return base > 0 ? 1 - StrictMath.pow(base, -1 / shape) : 1;
  }

  /** The excess that a share p in [0, 1) does not exceed. */
  public double excess(double p) {
    return Math.abs(shape) < EXPONENTIAL
        ? -scale * StrictMath.log1p(-p)
        : scale / shape * StrictMath.expm1(-shape * StrictMath.log1p(-p));
  }

  /** The tail ends with the interval: what would lie beyond is spread over it. */
  @Override
  public double position(double p, double length) {
    double reached = cumulativeProbability(length);
    double position = excess((upper ? p : 1 - p) * reached) / length;
    return Math.max(0, Math.min(1, upper ? position : 1 - position));
  }
}
