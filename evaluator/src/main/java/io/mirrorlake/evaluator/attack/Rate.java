package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.score.Interval;

/**
 * How often something succeeded.
 *
 * @param successes the number of successes, or a sum of shares of success
 * @param trials the number of trials, positive
 */
public record Rate(double successes, long trials) {
  public Rate {
    if (!(trials > 0) || !(successes >= 0) || !(successes <= trials)) {
      throw new IllegalArgumentException(successes + " successes of " + trials);
    }
  }

  /** The share of successes. */
  public double share() {
    return successes / trials;
  }

  /** Wilson's 95 % interval. */
  public Interval interval() {
    return Interval.wilson(successes, (double) trials);
  }

  /** The squared standard error of the share, with one more success and failure (Agresti 1998). */
  double variance() {
    // Adding two of each keeps the error of a rate of 0 or 1 from being 0.
    double share = (successes + 2) / (trials + 4);
    return share * (1 - share) / (trials + 4);
  }
}
