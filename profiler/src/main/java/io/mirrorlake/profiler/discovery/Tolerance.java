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
 */
record Tolerance(double absolute, double relative) implements Serializable {
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

  /** That of numbers that are not rounded. */
  Tolerance exact() {
    return new Tolerance(0, relative);
  }

  boolean isMet(double expected, double found, double size) {
    return Math.abs(expected - found) <= absolute + relative * size;
  }
}
