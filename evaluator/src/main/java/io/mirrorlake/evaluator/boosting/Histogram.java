package io.mirrorlake.evaluator.boosting;

/**
 * Sums of gradient, curvature and rows for every bin of every feature, over the rows of one node.
 */
final class Histogram {
  /**
   * Gradient, curvature and count lie side by side, so that one row touches one cache line a
   * feature.
   */
  private static final int STRIDE = 3;

  private final int[] offsets;
  private final double[] sums;

  Histogram(FeatureBins bins) {
    offsets = new int[bins.width() + 1];
    for (int f = 0; f < bins.width(); f++) {
      offsets[f + 1] = offsets[f] + bins.size(f) * STRIDE;
    }
    sums = new double[offsets[bins.width()]];
  }

  /**
   * Adds rows.
   *
   * @param table the bins
   * @param rows the rows of all nodes, this node's from {@code start} to {@code end}
   * @param start the first
   * @param end one past the last
   * @param slopes gradient and curvature of every row of the table, side by side
   */
  void add(BinnedTable table, int[] rows, int start, int end, double[] slopes) {
    double[] gathered = new double[2 * (end - start)];
    for (int i = start; i < end; i++) {
      gathered[2 * (i - start)] = slopes[2 * rows[i]];
      gathered[2 * (i - start) + 1] = slopes[2 * rows[i] + 1];
    }
    for (int f = 0; f + 1 < offsets.length; f++) {
      byte[] codes = table.feature(f);
      int offset = offsets[f];
      for (int i = start; i < end; i++) {
        int bin = offset + (codes[rows[i]] & 0xff) * STRIDE;
        int slope = 2 * (i - start);
        sums[bin] += gathered[slope];
        sums[bin + 1] += gathered[slope + 1];
        sums[bin + 2]++;
      }
    }
  }

  /** Takes out the rows of another histogram, which are among its own: the sibling's are left. */
  void subtract(Histogram part) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= part.sums[i];
    }
  }

  double gradient(int feature, int bin) {
    return sums[offsets[feature] + bin * STRIDE];
  }

  double curvature(int feature, int bin) {
    return sums[offsets[feature] + bin * STRIDE + 1];
  }

  double rows(int feature, int bin) {
    return sums[offsets[feature] + bin * STRIDE + 2];
  }
}
