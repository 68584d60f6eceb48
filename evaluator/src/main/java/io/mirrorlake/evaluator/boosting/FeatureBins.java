package io.mirrorlake.evaluator.boosting;

import io.mirrorlake.evaluator.sample.Measure;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.sample.TableBins;

/**
 * The bins of a classifier's features. They are fitted on the rows it learns from, synthetic ones
 * among them: a classifier that may only look through the real table's bins is blind to values
 * between them.
 */
public final class FeatureBins {
  /**
   * A byte holds 256 bins: these, up to two more where quantiles need them, one open end and one
   * for missing values.
   */
  private static final int BINS = 252;

  private final TableBins bins;
  private final int[] sizes;
  private final boolean[] nominal;

  private FeatureBins(TableBins bins, int[] sizes, boolean[] nominal) {
    this.bins = bins;
    this.sizes = sizes;
    this.nominal = nominal;
  }

  /** Bins for the columns of this table. */
  public static FeatureBins fit(SampleTable table) {
    TableBins bins = TableBins.compact(table, BINS);
    int[] sizes = new int[table.width()];
    boolean[] nominal = new boolean[table.width()];
    for (int f = 0; f < sizes.length; f++) {
      SampleColumn column = table.column(f);
      sizes[f] = bins.column(f).size();
      nominal[f] = column.measure() == Measure.CATEGORY;
    }
    return new FeatureBins(bins, sizes, nominal);
  }

  /** The table as bins. */
  public BinnedTable code(SampleTable table) {
    byte[][] codes = new byte[sizes.length][table.rows()];
    for (int f = 0; f < sizes.length; f++) {
      int[] wide = bins.column(f).codes(table.column(f));
      for (int row = 0; row < wide.length; row++) {
        codes[f][row] = (byte) wide[row];
      }
    }
    return new BinnedTable(codes, table.rows());
  }

  int width() {
    return sizes.length;
  }

  /** The number of bins of a feature, that of missing values included. */
  int size(int feature) {
    return sizes[feature];
  }

  /** Whether the feature's bins have no order. */
  boolean isNominal(int feature) {
    return nominal[feature];
  }
}
