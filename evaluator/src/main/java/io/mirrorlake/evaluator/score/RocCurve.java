package io.mirrorlake.evaluator.score;

import io.mirrorlake.evaluator.sample.Ranks;
import java.util.Arrays;

/**
 * The receiver operating characteristic of scores for two classes: how well a score ranks positives
 * above negatives.
 *
 * <p>The area is the Mann-Whitney probability P(s+ &gt; s-) + P(s+ = s-) / 2, exact with ties, in
 * O(n log n). Its standard error is DeLong's (DeLong, DeLong and Clarke-Pearson 1988): with the
 * placement V of each observation among the other class, {@code sqrt(var(V+) / n+ + var(V-) / n-)}.
 * It is 0 when the classes are separated, where DeLong's estimate is too small.
 */
public final class RocCurve {
  private final double[] positives;
  private final double[] negatives;

  private RocCurve(double[] positives, double[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /**
   * The curve of these scores.
   *
   * @param scores one score a row, larger for the positive class; no NaN
   * @param positive which rows are positive; at least one is and one is not
   */
  public static RocCurve of(double[] scores, boolean[] positive) {
    double[] positives = new double[scores.length];
    double[] negatives = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("score " + i + " is not a number");
      }
      if (positive[i]) {
        positives[count++] = scores[i];
      } else {
        negatives[i - count] = scores[i];
      }
    }
    if (count == 0 || count == scores.length) {
      throw new IllegalArgumentException(
          count + " of " + scores.length + " rows are positive: one class is empty");
    }
    positives = Arrays.copyOf(positives, count);
    negatives = Arrays.copyOf(negatives, scores.length - count);
    Arrays.sort(positives);
    Arrays.sort(negatives);
    return new RocCurve(positives, negatives);
  }

  /** The area under the curve, 0 to 1; 0.5 says the scores tell nothing. */
  public double area() {
    return mean(placements(positives, negatives));
  }

  /** DeLong's standard error of the area; 0 for a class of one row, whose spread nobody knows. */
  public double standardError() {
    double ofPositives = variance(placements(positives, negatives)) / positives.length;
    double ofNegatives = variance(placements(negatives, positives)) / negatives.length;
    return Math.sqrt(ofPositives + ofNegatives);
  }

  /**
   * The share of positives found when this share of negatives is let through, between two
   * thresholds by the straight line that random choice among the equally scored gives.
   */
  public double truePositiveRate(double falsePositiveRate) {
    double wanted = falsePositiveRate * negatives.length;
    int passed = (int) Math.min(negatives.length - 1.0, Math.floor(wanted));
    double threshold = negatives[negatives.length - 1 - passed];
    int negativesAbove = negatives.length - Ranks.countNotAbove(negatives, threshold);
    int negativesEqual =
        Ranks.countNotAbove(negatives, threshold) - Ranks.countBelow(negatives, threshold);
    int positivesAbove = positives.length - Ranks.countNotAbove(positives, threshold);
    int positivesEqual =
        Ranks.countNotAbove(positives, threshold) - Ranks.countBelow(positives, threshold);
    double part = Math.min(1, (wanted - negativesAbove) / negativesEqual);
    double below = wanted >= negatives.length ? Ranks.countBelow(positives, threshold) : 0;
    return (positivesAbove + part * positivesEqual + below) / positives.length;
  }

  /** For each of {@code own} the share of {@code others} below it, equal ones counted half. */
  private static double[] placements(double[] own, double[] others) {
    double[] placements = new double[own.length];
    int below = 0;
    int notAbove = 0;
    for (int i = 0; i < own.length; i++) {
      while (below < others.length && others[below] < own[i]) {
        below++;
      }
      notAbove = Math.max(notAbove, below);
      while (notAbove < others.length && others[notAbove] == own[i]) {
        notAbove++;
      }
      placements[i] = (below + notAbove) / (2.0 * others.length);
    }
    return placements;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double variance(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }

  /**
   * A point of the curve.
   *
   * @param falsePositiveRate the share of negatives taken for positives
   * @param truePositiveRate the share of positives found
   */
  public record Point(double falsePositiveRate, double truePositiveRate) {}
}
