package io.mirrorlake.profiler.tree;

/** The rule of {@link Shrinkage} for one column. Immutable. */
final class CodeShrinkage {
  private final Shrinkage rule;
  private final double[] marginal;
  private final boolean ordered;

  /** Where ranges of codes are halved: at low * (codes + 1) + high, the middle of [low, high). */
  private final short[] middles;

  CodeShrinkage(Shrinkage rule, double[] marginal, boolean ordered) {
    this.rule = rule;
    this.marginal = marginal.clone();
    this.ordered = ordered;
    this.middles = ordered ? middles(sums(marginal)) : new short[0];
  }

  /** The distribution of the column as a whole, above every tree's root. */
  double[] marginal() {
    return marginal.clone();
  }

  /**
   * The distribution of a node.
   *
   * @param counts how often each code occurred there
   * @param above the distribution of the node above it
   */
  double[] distribution(int[] counts, double[] above) {
    double[] result = new double[counts.length];
    if (ordered) {
      double[] rows = new double[counts.length];
      for (int c = 0; c < counts.length; c++) {
        rows[c] = counts[c];
      }
      result[0] = 1;
      new Halving(sums(rows), sums(above), result).halve(0, counts.length, rule.strength());
    } else {
      double total = rule.strength();
      for (int count : counts) {
        total += count;
      }
      for (int c = 0; c < counts.length; c++) {
        result[c] = (counts[c] + rule.strength() * above[c]) / total;
      }
    }
    return result;
  }

  /** Shares a probability among ever smaller ranges of codes. */
  private final class Halving {
    private final double[] rows;
    private final double[] above;
    private final double[] result;

    Halving(double[] rows, double[] above, double[] result) {
      this.rows = rows;
      this.above = above;
      this.result = result;
    }

    /** Shares result[low] among the codes [low, high). */
    void halve(int low, int high, double strength) {
      if (high - low == 1) {
        return;
      }
      int middle = middles[low * rows.length + high];
      double prior = above[high] - above[low];
      double share = prior > 0 ? (above[middle] - above[low]) / prior : 0.5;
      double left =
          (rows[middle] - rows[low] + strength * share) / (rows[high] - rows[low] + strength);
      result[middle] = result[low] * (1 - left);
      result[low] *= left;
      halve(low, middle, strength * rule.ratio());
      halve(middle, high, strength * rule.ratio());
    }
  }

  private static short[] middles(double[] cumulative) {
    short[] middles = new short[cumulative.length * cumulative.length];
    addMiddles(cumulative, 0, cumulative.length - 1, middles);
    return middles;
  }

  private static void addMiddles(double[] cumulative, int low, int high, short[] middles) {
    if (high - low > 1) {
      int middle = middle(cumulative, low, high);
      middles[low * cumulative.length + high] = (short) middle;
      addMiddles(cumulative, low, middle, middles);
      addMiddles(cumulative, middle, high, middles);
    }
  }

  /** The inner edge of codes [low, high) that is nearest to the middle of their mass. */
  private static int middle(double[] cumulative, int low, int high) {
    double half = (cumulative[low] + cumulative[high]) / 2;
    int middle = low + 1;
    while (middle < high - 1
        && Math.abs(cumulative[middle + 1] - half) < Math.abs(cumulative[middle] - half)) {
      middle++;
    }
    return middle;
  }

  private static double[] sums(double[] values) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    return sums;
  }
}
