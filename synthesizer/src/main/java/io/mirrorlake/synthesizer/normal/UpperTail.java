package io.mirrorlake.synthesizer.normal;

/**
 * The upper tail of the standard normal distribution, T(z) = 1 - Phi(z) for z &gt;= 0, and its
 * inverse: slow and accurate. The tables of {@link StandardNormal} are built from it.
 */
final class UpperTail {
  /** 1 / sqrt(2 pi). */
  private static final double DENSITY_AT_ZERO = 0.3989422804014327;

  /**
   * Below this the series loses less than a digit to cancellation; from here on the fraction
   * converges fast.
   */
  private static final double SERIES_BELOW = 1;

  /**
   * The error of n levels of the fraction falls as exp(-2 z sqrt(2 n)): 300 levels leave 1e-21 at z
   * = 1.
   */
  private static final int FRACTION_LEVELS = 300;

  /** Newton's steps double the digits; from the starting point below, six reach the last one. */
  private static final int NEWTON_STEPS = 12;

  private UpperTail() {}

  /** The density (2 pi)^(-1/2) exp(-z^2 / 2). Relative error below (1 + z^2) 2^-53. */
  static double density(double z) {
    return DENSITY_AT_ZERO * StrictMath.exp(-0.5 * z * z);
  }

  /**
   * T(z) for z &gt;= 0; 0 at infinity.
   *
   * <p>Below 1: 1/2 - phi(z) (z + z^3 / 3 + z^5 / (3 5) + ...), of positive terms. From 1 on
   * Laplace's continued fraction phi(z) / (z + 1/(z + 2/(z + 3/(z + ...)))) (Abramowitz and Stegun
   * 26.2.11, 26.2.14). Relative error below (2 + z^2) 2^-52.
   */
  static double probability(double z) {
    return z < SERIES_BELOW ? 0.5 - density(z) * series(z) : density(z) * fraction(z);
  }

  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int odd = 3; sum + term != sum; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return sum;
  }

  private static double fraction(double z) {
    double denominator = z;
    for (int level = FRACTION_LEVELS; level > 0; level--) {
      denominator = z + level / denominator;
    }
    return 1 / denominator;
  }

  /**
   * The z &gt;= 0 with T(z) = p, for p in (0, 1/2].
   *
   * <p>Newton's method on ln T(z) - ln p, which is concave, from sqrt(-2 ln 2p), which is not below
   * the root as T(z) &lt;= exp(-z^2 / 2) / 2: it falls monotonically to the root.
   */
  static double inverse(double p) {
    double z = StrictMath.sqrt(Math.max(0, -2 * StrictMath.log(2 * p)));
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double tail = probability(z);
      z = Math.max(0, z + StrictMath.log(tail / p) * tail / density(z));
    }
    return z;
  }
}
