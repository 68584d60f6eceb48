package io.mirrorlake.evaluator.score;

/**
 * A range that holds the true value of a score with the stated confidence.
 *
 * @param low the lower end
 * @param high the upper end, at least the lower
 */
public record Interval(double low, double high) {
  /**
   * The standard normal quantile of 97.5 %: intervals hold the true value in 95 of 100 evaluations.
   */
  public static final double NORMAL_95 = 1.959963984540054;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("[" + low + ", " + high + "] is not an interval");
    }
  }

  /** The 95 % interval of an estimate with a normal error. */
  public static Interval normal(double estimate, double standardError) {
    double half = NORMAL_95 * standardError;
    return new Interval(estimate - half, estimate + half);
  }

  /**
   * Wilson's 95 % interval of a share, which unlike the normal one stays in [0, 1] and holds its
   * level for shares near its ends (Wilson 1927).
   *
   * @param successes the number of successes, or half-counted ties
   * @param trials the number of trials, positive
   */
  public static Interval wilson(double successes, double trials) {
    if (!(trials > 0) || !(successes >= 0) || !(successes <= trials)) {
      throw new IllegalArgumentException(successes + " of " + trials + " is not a share");
    }
    double share = successes / trials;
    double z2 = NORMAL_95 * NORMAL_95;
    double denominator = 1 + z2 / trials;
    double centre = (share + z2 / (2 * trials)) / denominator;
    double half =
        NORMAL_95
            * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials))
            / denominator;
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
