package io.mirrorlake.profiler.discovery;

/** How many times one number is another, rounded to a power of ten. */
final class Quotient {
  private Quotient() {}

  /**
   * The quotient, rounded; 0 where it is divided by zero.
   *
   * @param scale 10 to the power of the decimals it is rounded to
   */
  static double of(double number, double divisor, double scale) {
    return divisor == 0 ? 0 : Math.rint(number / divisor * scale) / scale;
  }

  /** Whether the number is as many times the divisor as the rounded quotient says. */
  static boolean holds(double number, double divisor, double scale, Tolerance tolerance) {
    double expected = of(number, divisor, scale) * divisor;
    return tolerance.isMet(expected, number, Math.abs(expected));
  }
}
