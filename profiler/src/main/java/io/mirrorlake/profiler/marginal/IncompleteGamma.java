package io.mirrorlake.profiler.marginal;

/**
 * The regularized incomplete gamma functions P(a, x) = 1 - Q(a, x), the gamma distribution's
 * probabilities, in arithmetic that is the same on every machine: Commons Statistics' is not, and
 * rows follow from it. The domain is a in [0.001, 10^4] and x &gt;= 0; the relative error is below
 * 10^-8. Source: DLMF 8.11.4 (series), 8.9.2 (continued fraction), 5.11.1 (logarithm of gamma).
 */
final class IncompleteGamma {
  /** A series for a = 10^4 has a few hundred terms before they fall below a double's precision. */
  private static final int MOST_TERMS = 10_000;

  private static final double PRECISION = 0x1p-52;

  /** In place of a zero that would be divided by. */
  private static final double TINY = 1e-300;

  /** From here on four terms of Stirling's series give 14 digits. */
  private static final double LARGE = 16;

  private IncompleteGamma() {}

  /** P(a, x). */
  static double lower(double a, double x) {
    return x <= 0 ? 0 : x < a + 1 ? series(a, x) : 1 - fraction(a, x);
  }

  /** Q(a, x). */
  static double upper(double a, double x) {
    return x <= 0 ? 1 : x < a + 1 ? 1 - series(a, x) : fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, sum / a * StrictMath.exp(a * StrictMath.log(x) - x - logGamma(a)));
  }

  /** By the method of Lentz. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double product = d;
    double factor = 0;
    for (int n = 1; n < MOST_TERMS && Math.abs(factor - 1) > PRECISION; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = 1 / nonZero(numerator * d + b);
      c = nonZero(b + numerator / c);
      factor = c * d;
      product *= factor;
    }
    return Math.min(1, product * StrictMath.exp(a * StrictMath.log(x) - x - logGamma(a)));
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  private static double logGamma(double a) {
    double z = a;
    double product = 1;
    for (; z < LARGE; z++) {
      product *= z;
    }
    double inverse = 1 / (z * z);
    double stirling =
        (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / z;
    return (z - 0.5) * StrictMath.log(z)
        - z
        + 0.5 * StrictMath.log(2 * Math.PI)
        + stirling
        - StrictMath.log(product);
  }
}
