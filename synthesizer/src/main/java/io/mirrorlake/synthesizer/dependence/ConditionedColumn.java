package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.synthesizer.condition.ColumnCondition;
import io.mirrorlake.synthesizer.condition.Stretches;
import io.mirrorlake.synthesizer.condition.Stretches.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The latents of a conditioned column of a Gaussian copula, and what its targets leave of them.
 *
 * @param first the number of its first latent: of the null indicator where there are nulls
 * @param share the share of values that are not null
 * @param missings what each target leaves of the null indicator
 * @param values what each target leaves of the value
 * @param anyValue all of the value, for rows that are null
 */
record ConditionedColumn(
    int first, double share, List<Latitude> missings, List<Latitude> values, Latitude anyValue) {

  /**
   * What is left of a latent.
   *
   * @param scores where
   * @param bound the most that its probability can be
   */
  record Latitude(AllowedScores scores, double bound) {
    static Latitude of(List<Stretch> stretches, PresentValues values, double[] factor) {
      AllowedScores scores = AllowedScores.of(stretches, values);
      int last = factor.length - 1;
      boolean alone = true;
      for (int j = 0; j < last; j++) {
        alone &= factor[j] == 0;
      }
      double bound = alone ? scores.probability(0, factor[last]) : scores.bound(factor[last]);
      return new Latitude(scores, bound > 0 ? bound : 1);
    }
  }

  /**
   * The column's latents.
   *
   * @param first the number of the first of them
   * @param factor the Cholesky factor
   */
  static ConditionedColumn of(ColumnCondition condition, int first, double[][] factor) {
    double share = 1 - condition.column().marginal().nullProbability();
    int next = share < 1 ? first + 1 : first;
    PresentValues nulls = PresentValues.of(1, 0);
    PresentValues present = PresentValues.of(share, correlation(factor, first, next));
    List<Latitude> missings = new ArrayList<>();
    List<Latitude> values = new ArrayList<>();
    List<Stretch> whole = Stretches.of(0, share > 0 ? share : 1).list();
    for (ColumnCondition.Target target : condition.targets()) {
      List<Stretch> absent = target.stretches().within(share, 1);
      List<Stretch> there = target.stretches().within(0, share);
      if (share < 1) {
        List<Stretch> allowed = new ArrayList<>(there.isEmpty() ? List.of() : whole);
        allowed.addAll(absent.isEmpty() ? List.of() : Stretches.of(share, 1).list());
        missings.add(Latitude.of(allowed, nulls, row(factor, first)));
      }
      if (share > 0) {
        values.add(Latitude.of(there.isEmpty() ? whole : there, present, row(factor, next)));
      }
    }
    // A column without values asks for none.
    Latitude anyValue =
        share > 0 ? Latitude.of(whole, present, row(factor, next)) : missings.get(0);
    return new ConditionedColumn(first, share, missings, values, anyValue);
  }

  /** The correlation of the column's two latents; 0 where it has but one. */
  private static double correlation(double[][] factor, int first, int next) {
    double sum = 0;
    for (int j = 0; first < next && j <= first; j++) {
      sum += factor[first][j] * factor[next][j];
    }
    return sum;
  }

  /** The row of the factor up to its diagonal. */
  private static double[] row(double[][] factor, int i) {
    return Arrays.copyOf(factor[i], i + 1);
  }

  boolean isNullable() {
    return share < 1;
  }

  boolean hasValues() {
    return share > 0;
  }

  int latents() {
    return (isNullable() ? 1 : 0) + (hasValues() ? 1 : 0);
  }

  Latitude missing(int target) {
    return missings.get(target);
  }

  Latitude value(int target) {
    return values.get(target);
  }
}
