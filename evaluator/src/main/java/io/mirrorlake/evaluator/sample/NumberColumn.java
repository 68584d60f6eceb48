package io.mirrorlake.evaluator.sample;

import java.util.Arrays;

/**
 * A column of numbers, days or instants; a missing value is NaN, and every other value is finite.
 */
public final class NumberColumn implements SampleColumn {
  private final String name;
  private final Measure measure;
  private final double[] values;

  private NumberColumn(String name, Measure measure, double[] values) {
    this.name = name;
    this.measure = measure;
    this.values = values;
  }

  /**
   * The column of these values, which the caller no longer changes.
   *
   * @throws IllegalArgumentException for a measure without order or an infinite value
   */
  public static NumberColumn of(String name, Measure measure, double... values) {
    if (measure == Measure.CATEGORY) {
      throw new IllegalArgumentException("column " + name + ": categories are no numbers");
    }
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("column " + name + ": " + value + " is not finite");
      }
    }
    return new NumberColumn(name, measure, values);
  }

  /** The value of a row, NaN where it is missing. */
  public double value(int row) {
    return values[row];
  }

  /** All values that are not missing, in ascending order. */
  public double[] sorted() {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Measure measure() {
    return measure;
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public NumberColumn take(int[] rows) {
    double[] taken = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return new NumberColumn(name, measure, taken);
  }

  @Override
  public NumberColumn present() {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return new NumberColumn(name, measure, present);
  }

  @Override
  public long distinct() {
    return Arrays.stream(sorted()).distinct().count();
  }
}
