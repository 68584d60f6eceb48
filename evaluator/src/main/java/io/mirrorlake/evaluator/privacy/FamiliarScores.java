package io.mirrorlake.evaluator.privacy;

/**
 * Privacy scores that the field compares, by their usual formulas, faults included.
 *
 * @param baselineProtection the median distance of synthetic rows to the closest training row over
 *     that of uniformly random rows, at most 1 (SDMetrics' DCRBaselineProtection). Real rows that
 *     nobody copied score low on it, so it calls fidelity a danger
 * @param overfittingProtection twice the share of synthetic rows that are not nearer to train, at
 *     most 1 (SDMetrics' DCROverfittingProtection). A tie counts as not nearer, so a copy of a row
 *     that both tables hold passes
 */
public record FamiliarScores(double baselineProtection, double overfittingProtection) {

  /** The scores, given the distances to train of synthetic and of random rows. */
  public static FamiliarScores of(
      RecordDistances synthetic, RecordDistances random, NearestCounts nearest) {
    double baseline =
        random.closestMedian() > 0
            ? Math.min(1, synthetic.closestMedian() / random.closestMedian())
            : 1;
    return new FamiliarScores(baseline, Math.min(1, 2 * (1 - nearest.strictShare())));
  }
}
