package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The granularity of a column: its values are whole multiples of {@code step * 10^-decimals}. Whole
 * numbers have (1, 0), cents (1, 2), multiples of five (5, 0), seconds on a scale of microseconds
 * (1000000, 0). A step of 0 means no granularity.
 *
 * <p>Where the digits of whole numbers are a date or a time, the steps go along the {@link
 * Notation}'s line of days, months, minutes or seconds.
 *
 * @param step the step in units of the last decimal, 0 for none
 * @param decimals digits after the decimal point, 0 to 18
 * @param notation what the digits are
 */
public record Grid(long step, int decimals, Notation notation) implements Serializable {
  /** No granularity: any floating point number. */
  public static final Grid CONTINUOUS = new Grid(0, 0);

  /** Whole numbers. */
  public static final Grid INTEGERS = new Grid(1, 0);

  /** A long holds 18 decimal digits whatever they are. */
  public static final int MAX_DECIMALS = 18;

  private static final double[] POWERS_OF_TEN = new double[MAX_DECIMALS + 1];

  static {
    for (int i = 0; i <= MAX_DECIMALS; i++) {
      POWERS_OF_TEN[i] = BigDecimal.ONE.scaleByPowerOfTen(i).doubleValue();
    }
  }

  public Grid {
    if (step < 0 || decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException("grid step " + step + " with " + decimals + " decimals");
    }
    if (notation != Notation.NUMBER && !(decimals == 0 && notation.allows(step))) {
      throw new IllegalArgumentException(
          "grid step " + step + " with " + decimals + " decimals for digits " + notation.text());
    }
  }

  /** The granularity of plain numbers. */
  public Grid(long step, int decimals) {
    this(step, decimals, Notation.NUMBER);
  }

  /** The same steps along the line of a notation; {@link Notation#NUMBER} for the line itself. */
  public Grid withNotation(Notation other) {
    return new Grid(step, decimals, other);
  }

  /** Whether the digits of the values are a date or a time. */
  public boolean isOfDigits() {
    return notation != Notation.NUMBER;
  }

  /** Whether values keep to a granularity at all. */
  public boolean isDiscrete() {
    return step > 0;
  }

  /** The distance between neighbouring values on the notation's line; 0 for none. */
  public double spacing() {
    return step / POWERS_OF_TEN[decimals];
  }

  /**
   * How many whole steps the value is from zero, rounded to the nearest, in digits of a date or a
   * time to the one before; the domain is finite values of a discrete grid.
   */
  public double steps(double value) {
    return isOfDigits()
        ? Math.floor(notation.position(value) / step)
        : Math.rint(value * POWERS_OF_TEN[decimals] / step);
  }

  /** The value that lies this many steps from zero: the double nearest to that decimal number. */
  public double value(double steps) {
    return isOfDigits()
        ? notation.written((long) (steps * step))
        : steps * step / POWERS_OF_TEN[decimals];
  }

  /**
   * The value of the grid nearest to {@code value}, in digits of a date or a time the one before;
   * the value itself where there is no grid or it is not finite.
   */
  public double snap(double value) {
    return isDiscrete() && Double.isFinite(value) ? value(steps(value)) : value;
  }
}
