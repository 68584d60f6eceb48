package io.mirrorlake.evaluator.fidelity;

/** Shannon's entropy of counts, {@code -sum p log2 p}, in bits. */
public final class Entropy {
  private Entropy() {}

  /** The entropy of a distribution given by counts or weights; 0 without any. */
  public static double bits(double[] counts) {
    double total = sum(counts);
    double entropy = 0;
    for (double count : counts) {
      entropy -= count > 0 ? count / total * Math.log(count / total) : 0;
    }
    return entropy / Math.log(2);
  }

  static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }
}
