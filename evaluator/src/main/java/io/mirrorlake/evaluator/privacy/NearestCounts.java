package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.score.Interval;
import java.io.Serializable;

/**
 * To which of two equally large tables synthetic rows lie nearer. Can be added up over parts in any
 * order.
 *
 * @param nearerToTrain how many lie nearer to a training row than to any holdout row
 * @param ties how many are equally far from both
 * @param nearerToHoldout how many lie nearer to a holdout row
 */
public record NearestCounts(long nearerToTrain, long ties, long nearerToHoldout)
    implements Serializable {
  /** No probes. */
  public static final NearestCounts NONE = new NearestCounts(0, 0, 0);

  /** The counts for some of the probes: from {@code from} to before {@code to}. */
  public static NearestCounts of(Points probes, int from, int to, Points train, Points holdout) {
    NearestCounts counts = NONE;
    for (int probe = from; probe < to; probe++) {
      counts = counts.plus(of(probes.nearest(probe, train), probes.nearest(probe, holdout)));
    }
    return counts;
  }

  private static NearestCounts of(float toTrain, float toHoldout) {
    return new NearestCounts(
        toTrain < toHoldout ? 1 : 0, toTrain == toHoldout ? 1 : 0, toTrain > toHoldout ? 1 : 0);
  }

  /** These and other counts together. */
  public NearestCounts plus(NearestCounts other) {
    return new NearestCounts(
        nearerToTrain + other.nearerToTrain,
        ties + other.ties,
        nearerToHoldout + other.nearerToHoldout);
  }

  /** The number of probes. */
  public long probes() {
    return nearerToTrain + ties + nearerToHoldout;
  }

  /** The share nearer to train, ties counted one half; 0.5 where nothing leaks. */
  public double share() {
    return (nearerToTrain + 0.5 * ties) / probes();
  }

  /** Wilson's interval of the share; with ties it is too wide rather than too narrow. */
  public Interval interval() {
    return Interval.wilson(nearerToTrain + 0.5 * ties, (double) probes());
  }
}
