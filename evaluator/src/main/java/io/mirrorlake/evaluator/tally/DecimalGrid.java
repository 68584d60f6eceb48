package io.mirrorlake.evaluator.tally;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The grid on which the values of a column lie: {@code (offset + step * i) / scale} for whole i.
 * Prices are whole hundredths, clock times whole minutes, ages whole years.
 *
 * @param scale a power of ten, from 1 to 10^6
 * @param offset a value times the scale
 * @param step the distance of neighbours times the scale
 */
record DecimalGrid(double scale, double offset, long step) implements Serializable {
  /** More decimals than a money amount in a rare currency, or microseconds, call it a continuum. */
  private static final int MOST_DECIMALS = 6;

  /** What a decimal fraction may be off in a double, or a float, times the scale. */
  private static final double TOLERANCE = 1e-3;

  /** Beyond this, neighbouring doubles times the scale are further apart than the tolerance. */
  private static final double LARGEST = 1e12;

  /** The grid of these values, or empty where they have none or are the same. */
  static Optional<DecimalGrid> of(double[] values) {
    double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    if (distinct.length < 2) {
      return Optional.empty();
    }
    double scale = 1;
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      if (isWhole(distinct, scale)) {
        return Optional.of(of(distinct, scale));
      }
      scale *= 10;
    }
    return Optional.empty();
  }

  private static boolean isWhole(double[] values, double scale) {
    for (double value : values) {
      double scaled = value * scale;
      if (!(Math.abs(scaled) <= LARGEST) || Math.abs(scaled - Math.rint(scaled)) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private static DecimalGrid of(double[] distinct, double scale) {
    double offset = Math.rint(distinct[0] * scale);
    long step = 0;
    for (double value : distinct) {
      step = gcd(step, (long) (Math.rint(value * scale) - offset));
    }
    return new DecimalGrid(scale, offset, step);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Whether a value lies on the grid. */
  boolean holds(double value) {
    double place = value * scale - offset;
    if (!(Math.abs(place) <= LARGEST)) {
      return false;
    }
    return Math.abs(place - Math.rint(place / step) * step) <= TOLERANCE;
  }

  /** The distance of neighbours. */
  double width() {
    return step / scale;
  }
}
