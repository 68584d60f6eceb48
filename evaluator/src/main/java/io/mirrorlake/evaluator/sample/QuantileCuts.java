package io.mirrorlake.evaluator.sample;

import java.util.Arrays;

/**
 * Upper ends of bins with about equal numbers of sorted values. Equal values always share a bin. A
 * value with at least one bin's mass gets its own: the bin below then ends at the next smaller
 * double.
 */
public final class QuantileCuts {
  private final double[] sorted;
  private final double binMass;
  private final double[] cuts;
  private int size;

  private QuantileCuts(double[] sorted, int bins) {
    this.sorted = sorted;
    this.binMass = (double) sorted.length / bins;
    // At most two cuts for a value with its own bin, of which there are at most `bins`, and one for
    // each other bin.
    this.cuts = new double[3 * bins + 2];
  }

  /**
   * The cuts, strictly ascending; the bin above the last cut is open, and none of the values lies
   * in it.
   *
   * @param sorted the values in ascending order, no NaN
   * @param bins the number of bins wished for, positive; heavy values may add some
   */
  public static double[] of(double[] sorted, int bins) {
    return new QuantileCuts(sorted, bins).cut();
  }

  private double[] cut() {
    int open = 0;
    int start = 0;
    while (start < sorted.length) {
      int end = endOfRun(start);
      if (end - start >= binMass) {
        add(Math.nextDown(sorted[start]));
        add(sorted[start]);
        open = end;
      } else if (end - open >= binMass) {
        add(sorted[start]);
        open = end;
      }
      start = end;
    }
    if (open < sorted.length) {
      add(sorted[sorted.length - 1]);
    }
    return Arrays.copyOf(cuts, size);
  }

  private int endOfRun(int start) {
    int end = start + 1;
    while (end < sorted.length && sorted[end] == sorted[start]) {
      end++;
    }
    return end;
  }

  private void add(double cut) {
    if (size == 0 || cut > cuts[size - 1]) {
      cuts[size++] = cut;
    }
  }
}
