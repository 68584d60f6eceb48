package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import java.util.Arrays;

/**
 * Rows that are nearly copies: nearer to a real record than all but one in a hundred unseen real
 * rows are.
 *
 * @param threshold the distance up to which a row is nearly a copy, in units of one whole column
 * @param counts how many rows are nearly copies of a training row, and of a holdout row
 */
public record NearCopies(double threshold, DuplicateCounts counts) {
  private static final int ONE_IN = 100;

  /**
   * The near copies among some synthetic rows.
   *
   * @param inTrain their neighbours in train
   * @param inHoldout their neighbours in a holdout of as many rows
   * @param unseen the neighbours in train of real rows that are not in train
   */
  public static NearCopies of(Neighbours inTrain, Neighbours inHoldout, Neighbours unseen) {
    int[] distances = unseen.distances();
    Arrays.sort(distances);
    int threshold = distances[distances.length / ONE_IN];
    long ofTrain = 0;
    long ofHoldout = 0;
    long ofBoth = 0;
    for (int row = 0; row < inTrain.size(); row++) {
      boolean train = inTrain.nearest(row) <= threshold;
      boolean holdout = inHoldout.nearest(row) <= threshold;
      ofTrain += train ? 1 : 0;
      ofHoldout += holdout ? 1 : 0;
      ofBoth += train && holdout ? 1 : 0;
    }
    return new NearCopies(
        (double) threshold / GowerSpace.UNIT,
        new DuplicateCounts(inTrain.size(), ofTrain, ofHoldout, ofBoth));
  }
}
