package io.mirrorlake.profiler.tree;

/** The mean of differences of the same rows judged in two ways, and its standard error. */
final class PairedDifferences {
  private long size;
  private double sum;
  private double squares;

  /** Differences a - b of rows in the same order. */
  static PairedDifferences of(double[] a, double[] b) {
    PairedDifferences differences = new PairedDifferences();
    differences.add(a, b);
    return differences;
  }

  void add(double[] a, double[] b) {
    size += a.length;
    for (int row = 0; row < a.length; row++) {
      double difference = a[row] - b[row];
      sum += difference;
      squares += difference * difference;
    }
  }

  double mean() {
    return sum / size;
  }

  /** Whether the mean lies so many standard errors from 0. */
  boolean beyond(double errors) {
    double variance = Math.max(0, squares / size - mean() * mean());
    return Math.abs(mean()) > errors * Math.sqrt(variance / size);
  }
}
