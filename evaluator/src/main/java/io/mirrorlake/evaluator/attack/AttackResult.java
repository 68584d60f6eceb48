package io.mirrorlake.evaluator.attack;

/**
 * What became of an attack.
 *
 * @param onTrain how often it succeeded against training rows
 * @param onControl how often against rows that nobody trained on
 * @param naive how often a guess that does not look at the synthetic rows' details succeeds against
 *     training rows
 */
public record AttackResult(Rate onTrain, Rate onControl, Rate naive) {

  /** The successes that only training rows' having been seen explains. */
  public double excess() {
    return onTrain.share() - onControl.share();
  }

  /** The standard error of the excess, of two independent rates. */
  public double standardError() {
    return Math.sqrt(onTrain.variance() + onControl.variance());
  }

  /** By how many standard errors the excess is above 0. */
  public double deviations() {
    return excess() / standardError();
  }

  /**
   * The excess as a share of what the attack could still gain: {@code (train - control) / (1 -
   * control)} (Giomi et al. 2023); 0 where it always succeeds on the control group.
   */
  public double risk() {
    double left = 1 - onControl.share();
    return left > 0 ? excess() / left : 0;
  }

  /**
   * Whether the naive guess does as well, within the attack's interval, so that it says nothing.
   */
  public boolean saysNothing() {
    return naive.share() >= onTrain.interval().low();
  }
}
