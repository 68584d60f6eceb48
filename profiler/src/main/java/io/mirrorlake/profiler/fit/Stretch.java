package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.Spread;

/**
 * An interval, or a point where both ends are the same.
 *
 * @param low the lower end
 * @param high the upper end
 * @param rows the rows in it, as they are told
 * @param spread how values are spread in it
 */
record Stretch(double low, double high, long rows, Spread spread) {
  static Stretch even(double low, double high, long rows) {
    return new Stretch(low, high, rows, Spread.EVEN);
  }

  /** The stretch with other ends; a point has no tail. */
  Stretch between(double newLow, double newHigh) {
    return new Stretch(newLow, newHigh, rows, newHigh > newLow ? spread : Spread.EVEN);
  }
}
