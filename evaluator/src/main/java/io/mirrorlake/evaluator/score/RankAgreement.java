package io.mirrorlake.evaluator.score;

import io.mirrorlake.evaluator.sample.Ranks;
import java.util.Arrays;

/** Spearman's rank correlation of two lists of numbers, equal ones sharing their mean rank. */
public final class RankAgreement {
  private RankAgreement() {}

  /** The correlation, -1 to 1; 0 where one list is constant. */
  public static double spearman(double[] first, double[] second) {
    double[] x = ranks(first);
    double[] y = ranks(second);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : 0;
  }

  /** Mid-ranks less their mean. */
  private static double[] ranks(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return Arrays.stream(values).map(value -> Ranks.midRank(sorted, value) - 0.5).toArray();
  }
}
