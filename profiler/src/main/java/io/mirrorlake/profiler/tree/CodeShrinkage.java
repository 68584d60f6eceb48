package io.mirrorlake.profiler.tree;

/** The rule of {@link Shrinkage} for one column. Immutable. */
final class CodeShrinkage {
  private final Shrinkage rule;
  private final double[] marginal;
  private final boolean ordered;

  private final double[] cumulative;

  CodeShrinkage(Shrinkage rule, double[] marginal, boolean ordered) {
    this.rule = rule;
    this.marginal = marginal.clone();
    this.ordered = ordered;
    this.cumulative = sums(marginal);
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
      halve(new Range(0, counts.length, 1, rule.strength()), sums(rows), sums(above), result);
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

  /** Codes [low, high) that share a probability, and the strength that halves them. */
  private record Range(int low, int high, double probability, double strength) {}

  private void halve(Range range, double[] rows, double[] above, double[] result) {
    if (range.high() - range.low() == 1) {
      result[range.low()] = range.probability();
      return;
    }
    int middle = middle(range.low(), range.high());
    double prior = above[range.high()] - above[range.low()];
    double share = prior > 0 ? (above[middle] - above[range.low()]) / prior : 0.5;
    double left =
        (rows[middle] - rows[range.low()] + range.strength() * share)
            / (rows[range.high()] - rows[range.low()] + range.strength());
    double strength = range.strength() * rule.ratio();
    halve(
        new Range(range.low(), middle, range.probability() * left, strength), rows, above, result);
    halve(
        new Range(middle, range.high(), range.probability() * (1 - left), strength),
        rows,
        above,
        result);
  }

  /** The inner edge of codes [low, high) that is nearest to the middle of their mass. */
  private int middle(int low, int high) {
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
