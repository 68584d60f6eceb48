package io.mirrorlake.jobs.configuration;

import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;

/** Which share of the privacy units each part of a split gets. */
public record ShareConfiguration(
    @Setting(
            value = "The share that the profile is made from.",
            fallback = "0.4",
            minimum = 0,
            maximum = 1,
            option = "--train-share")
        double train,
    @Setting(
            value = "The share that is kept from the profile, to judge with.",
            fallback = "0.4",
            minimum = 0,
            maximum = 1,
            option = "--holdout-share")
        double holdout,
    @Setting(
            value = "The share that stands for what an attacker has; 0 for none.",
            fallback = "0.2",
            minimum = 0,
            maximum = 1,
            option = "--reference-share")
        double reference) {
  /** What sums of decimal fractions are off by. */
  private static final double ROUNDING = 1e-9;

  public ShareConfiguration {
    if (!(train > 0 && holdout > 0)) {
      throw complaint(
          "the keys 'shares.train' and 'shares.holdout' are " + train + " and " + holdout,
          "write numbers above 0; without a holdout there is nothing to split");
    }
    if (!(train + holdout + reference <= 1 + ROUNDING)) {
      throw complaint(
          "the keys below 'shares' add up to " + (train + holdout + reference),
          "write shares that add up to 1, or to less where rows are to be left out");
    }
  }

  private static UserException complaint(String problem, String cure) {
    return UserException.of(ErrorKind.CONFIGURATION, problem, cure);
  }
}
