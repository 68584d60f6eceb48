package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.score.RocCurve;

/**
 * How well members are told from others.
 *
 * @param members the number of members
 * @param others the number of others
 * @param area the area under the curve; 0.5 where nothing is told
 * @param areaError its standard error (DeLong)
 * @param truePositives the share of members found when one in a hundred others is taken for one;
 *     0.01 where nothing is told (Carlini et al. 2022)
 * @param truePositivesError its standard error
 */
public record Recognition(
    int members,
    int others,
    double area,
    double areaError,
    double truePositives,
    double truePositivesError) {
  /** The share of others that may be taken for members. */
  public static final double FALSE_POSITIVES = 0.01;

  static Recognition of(RocCurve curve, int members, int others) {
    double found = curve.truePositiveRate(FALSE_POSITIVES);
    return new Recognition(
        members,
        others,
        curve.area(),
        curve.standardError(),
        found,
        Math.sqrt(
            (found * (1 - found) / members)
                + Math.pow(slope(curve), 2) * FALSE_POSITIVES * (1 - FALSE_POSITIVES) / others));
  }

  /**
   * The curve's slope there, over a span of as much again: an error of the threshold, which the
   * others' scores decide, moves the true positives by so much.
   */
  private static double slope(RocCurve curve) {
    double half = FALSE_POSITIVES / 2;
    return (curve.truePositiveRate(FALSE_POSITIVES + half)
            - curve.truePositiveRate(FALSE_POSITIVES - half))
        / (2 * half);
  }
}
