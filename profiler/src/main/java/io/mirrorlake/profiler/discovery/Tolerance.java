package io.mirrorlake.profiler.discovery;

import java.io.Serializable;
import java.util.List;

/**
 * How far a calculated value may lie from the real one for the two to count as equal: half a unit
 * of the last decimal for every rounded number that takes part, or a billionth of the size of what
 * is calculated for whole numbers and for those without a last decimal.
 *
 * @param absolute the absolute part
 * @param relative the part of the size
 * @param most what the part of the size may come to
 */
record Tolerance(double absolute, double relative, double most) implements Serializable {
  /** Far above the noise of a few double operations, far below any unit of a real quantity. */
  private static final double RELATIVE = 1e-9;

  /**
   * The same of numbers with a last decimal: a millionth of a second is no noise of a point in time
   * that is written as a number.
   */
  private static final double NOISE = 1e-14;

  private Tolerance(double absolute) {
    this(absolute, RELATIVE);
  }

  private Tolerance(double absolute, double relative) {
    this(absolute, relative, Double.POSITIVE_INFINITY);
  }

  /** The tolerance of a calculation in which these columns take part. */
  static Tolerance of(List<SampleColumn> columns) {
    int decimals = 0;
    for (SampleColumn column : columns) {
      int own = column.decimals();
      if (own < 0) {
        return new Tolerance(0);
      }
      decimals = Math.max(decimals, own);
    }
    return new Tolerance(
        decimals == 0 ? 0 : columns.size() * 0.5 * (1 + RELATIVE) * Math.pow(10, -decimals));
  }

  /** The tolerance of what is calculated and then rounded to the decimals of this column. */
  static Tolerance ofRounding(SampleColumn column) {
    int decimals = column.decimals();
    return decimals < 0
        ? new Tolerance(0)
        : new Tolerance(0.5 * (1 + RELATIVE) * Math.pow(10, -decimals), NOISE);
  }

  /**
   * The tolerance of this column as a multiple of another one. Whole numbers are exact to a
   * billionth, which of great ones is no more than rounding leaves; others are rounded.
   */
  static Tolerance ofMultiple(SampleColumn column) {
    return column.decimals() == 0 ? new Tolerance(0, RELATIVE, 0.5) : ofRounding(column);
  }

  /** That of numbers that are not rounded. */
  Tolerance exact() {
    return new Tolerance(0, relative);
  }

  boolean isMet(double expected, double found, double size) {
    return Math.abs(expected - found) <= absolute + Math.min(relative * size, most);
  }
}
