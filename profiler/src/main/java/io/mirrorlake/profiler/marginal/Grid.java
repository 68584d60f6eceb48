package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The granularity of a column: its values are v = (phase + n step) 10^-decimals for whole numbers
 * n. Whole numbers have (1, 0), cents (1, 2), multiples of five (5, 0), seconds on a scale of
 * microseconds (1000000, 0), odd numbers step 2 and phase 1. A step of 0 means no granularity.
 * Point masses may lie off it.
 *
 * <p>Where the digits of whole numbers are a date or a time, the steps go along the {@link
 * Notation}'s line of days, months, minutes or seconds.
 *
 * @param step the step in units of the last decimal, 0 for none
 * @param decimals digits after the decimal point, 0 to 18
 * @param phase the least value that is not negative, in units of the last decimal; less than the
 *     step
 * @param notation what the digits are
 */
public record Grid(long step, int decimals, long phase, Notation notation) implements Serializable {
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
    if (phase < 0 || phase > Math.max(0, step - 1)) {
      throw new IllegalArgumentException("grid phase " + phase + " with step " + step);
    }
    if (notation != Notation.NUMBER && !(decimals == 0 && phase == 0 && notation.allows(step))) {
      throw new IllegalArgumentException(
          "grid step " + step + " with " + decimals + " decimals for digits " + notation.text());
    }
  }

  /** The granularity of plain numbers, zero included. */
  public Grid(long step, int decimals) {
    this(step, decimals, Notation.NUMBER);
  }

  /** The granularity of digits, zero included. */
  public Grid(long step, int decimals, Notation notation) {
    this(step, decimals, 0, notation);
  }

  /** The same steps along the line of a notation; {@link Notation#NUMBER} for the line itself. */
  public Grid withNotation(Notation other) {
    return new Grid(step, decimals, phase, other);
  }

  /** The grid of all numbers with so many decimals, of which this one is a part. */
  public Grid ofDecimals() {
    return isDiscrete() ? new Grid(1, decimals) : CONTINUOUS;
  }

  /**
   * Whether a value of one grid and a value of another one always have their sum on this one; of
   * plain numbers.
   */
  public boolean holdsSums(Grid a, Grid b) {
    if (!a.isDiscrete() || !b.isDiscrete() || !isDiscrete()) {
      return !isDiscrete();
    }
    int most = Math.max(decimals, Math.max(a.decimals, b.decimals));
    BigInteger own = scaled(step, most);
    BigInteger sum = a.scaled(a.phase, most).add(b.scaled(b.phase, most));
    return a.scaled(a.step, most).mod(own).signum() == 0
        && b.scaled(b.step, most).mod(own).signum() == 0
        && sum.subtract(scaled(phase, most)).mod(own).signum() == 0;
  }

  private BigInteger scaled(long number, int wanted) {
    return BigInteger.valueOf(number).multiply(BigInteger.TEN.pow(wanted - decimals));
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
   * How many steps the value lies beyond the grid's {@link #phase}, not rounded; of plain numbers.
   */
  public double place(double value) {
    return (value * POWERS_OF_TEN[decimals] - phase) / step;
  }

  /**
   * How many whole steps the value is from the phase, rounded to the nearest, in digits of a date
   * or a time to the one before; the domain is finite values of a discrete grid.
   */
  public double steps(double value) {
    return isOfDigits() ? Math.floor(notation.position(value) / step) : Math.rint(place(value));
  }

  /**
   * The value that lies this many steps from the phase: the double nearest to that decimal number.
   */
  public double value(double steps) {
    return isOfDigits()
        ? notation.written((long) (steps * step))
        : (steps * step + phase) / POWERS_OF_TEN[decimals];
  }

  /**
   * The value of the grid nearest to {@code value}, in digits of a date or a time the one before;
   * the value itself where there is no grid or it is not finite.
   */
  public double snap(double value) {
    return isDiscrete() && Double.isFinite(value) ? value(steps(value)) : value;
  }
}
