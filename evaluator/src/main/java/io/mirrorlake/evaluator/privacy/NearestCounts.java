package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.nearest.Neighbours;
import io.mirrorlake.evaluator.score.Interval;
import java.util.HashMap;
import java.util.Map;

/**
 * To which of two equally large tables synthetic rows lie nearer.
 *
 * @param nearerToTrain how many lie nearer to a training row than to any holdout row
 * @param ties how many are equally far from both
 * @param nearerToHoldout how many lie nearer to a holdout row
 */
public record NearestCounts(long nearerToTrain, long ties, long nearerToHoldout) {

  /** The counts of some probes, given their neighbours in both tables. */
  public static NearestCounts of(Neighbours inTrain, Neighbours inHoldout) {
    long train = 0;
    long holdout = 0;
    for (int probe = 0; probe < inTrain.size(); probe++) {
      train += inTrain.nearest(probe) < inHoldout.nearest(probe) ? 1 : 0;
      holdout += inTrain.nearest(probe) > inHoldout.nearest(probe) ? 1 : 0;
    }
    return new NearestCounts(train, inTrain.size() - train - holdout, holdout);
  }

  /**
   * The standard error of the share where nothing leaks: {@code sqrt(sum c^2) / 2 n}, where c is
   * how many of the n probes have one real record as their nearest. Which table a record fell into
   * is the toss of one coin for all of its probes, so a few records that are nearest to many probes
   * make the share vary more than n independent probes would; ties take no part.
   */
  public static double standardError(Neighbours inTrain, Neighbours inHoldout) {
    Map<Long, Integer> ofTrain = new HashMap<>();
    Map<Long, Integer> ofHoldout = new HashMap<>();
    for (int probe = 0; probe < inTrain.size(); probe++) {
      if (inTrain.nearest(probe) < inHoldout.nearest(probe)) {
        ofTrain.merge(inTrain.name(probe), 1, Integer::sum);
      } else if (inTrain.nearest(probe) > inHoldout.nearest(probe)) {
        ofHoldout.merge(inHoldout.name(probe), 1, Integer::sum);
      }
    }
    return Math.sqrt(squares(ofTrain) + squares(ofHoldout)) / (2 * inTrain.size());
  }

  private static double squares(Map<Long, Integer> counts) {
    return counts.values().stream().mapToDouble(count -> (double) count * count).sum();
  }

  /** The number of probes. */
  public long probes() {
    return nearerToTrain + ties + nearerToHoldout;
  }

  /** The share nearer to train, ties counted one half; 0.5 where nothing leaks. */
  public double share() {
    return (nearerToTrain + 0.5 * ties) / probes();
  }

  /** The share nearer to train with ties counted as not nearer, as the field often does. */
  public double strictShare() {
    return (double) nearerToTrain / probes();
  }

  /** Wilson's interval of the share; with ties it is too wide rather than too narrow. */
  public Interval interval() {
    return Interval.wilson(nearerToTrain + 0.5 * ties, (double) probes());
  }
}
