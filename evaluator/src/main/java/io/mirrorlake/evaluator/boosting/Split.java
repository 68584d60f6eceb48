package io.mirrorlake.evaluator.boosting;

/** How a node parts its rows: those whose bin of the feature is marked go left. */
final class Split {
  /** 256 bins. */
  private static final int WORDS = 4;

  private final int feature;
  private final long[] left;
  private final double gain;

  /**
   * A split.
   *
   * @param feature the feature
   * @param left bit b of word b / 64 marks bin b
   * @param gain by how much the split lowers the loss, to second order and doubled
   */
  Split(int feature, long[] left, double gain) {
    this.feature = feature;
    this.left = left;
    this.gain = gain;
  }

  int feature() {
    return feature;
  }

  double gain() {
    return gain;
  }

  static long[] noBins() {
    return new long[WORDS];
  }

  static void mark(long[] bins, int bin) {
    bins[bin >> 6] |= 1L << bin;
  }

  boolean isLeft(int bin) {
    return (left[bin >> 6] >>> bin & 1) != 0;
  }
}
