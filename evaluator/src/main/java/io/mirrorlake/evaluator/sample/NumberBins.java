package io.mirrorlake.evaluator.sample;

import java.util.Arrays;

/**
 * Bins of about equal real mass. A value that alone holds at least the mass of one bin (a zero, a
 * round number, a sentinel) gets a bin for exactly that value, so that a synthetic table that blurs
 * it is seen.
 */
public final class NumberBins implements ColumnBins {
  /** The largest value of each bin but the last, which is open; strictly ascending. */
  private final double[] uppers;

  private final Measure measure;

  private NumberBins(double[] uppers, Measure measure) {
    this.uppers = uppers;
    this.measure = measure;
  }

  /** About {@code bins} bins for the values of this column. */
  static NumberBins fit(NumberColumn real, int bins) {
    return new NumberBins(QuantileCuts.of(real.sorted(), bins), real.measure());
  }

  /**
   * One bin for each value, or for more than {@code limit} values as many quantiles as keep within
   * it.
   */
  static NumberBins compact(NumberColumn column, int limit) {
    double[] sorted = column.sorted();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= limit) {
      return new NumberBins(distinct, column.measure());
    }
    // Values with their own bin cost up to two cuts more than quantiles do, so the first try may
    // overshoot.
    int bins = limit;
    double[] cuts = QuantileCuts.of(sorted, bins);
    while (cuts.length > limit) {
      bins -= Math.max(1, (cuts.length - limit) / 3);
      cuts = QuantileCuts.of(sorted, bins);
    }
    return new NumberBins(cuts, column.measure());
  }

  /** The largest value of each bin but the last two, the open one and that of missing values. */
  public double[] uppers() {
    return uppers.clone();
  }

  /** What the values are. */
  public Measure measure() {
    return measure;
  }

  @Override
  public int size() {
    return uppers.length + 2;
  }

  /** The bin of a value, which is not missing. */
  int code(double value) {
    int found = Arrays.binarySearch(uppers, value);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public int[] codes(SampleColumn column) {
    NumberColumn numbers = (NumberColumn) column;
    int[] codes = new int[numbers.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = numbers.isMissing(row) ? size() - 1 : code(numbers.value(row));
    }
    return codes;
  }

  @Override
  public String label(int bin) {
    if (bin == size() - 1) {
      return "missing";
    }
    if (bin == uppers.length) {
      return uppers.length == 0 ? "any" : "> " + text(uppers[bin - 1]);
    }
    if (bin > 0 && Math.nextUp(uppers[bin - 1]) == uppers[bin]) {
      return "= " + text(uppers[bin]);
    }
    return "≤ " + text(uppers[bin]);
  }

  private String text(double value) {
    return ValueText.of(measure, value);
  }
}
