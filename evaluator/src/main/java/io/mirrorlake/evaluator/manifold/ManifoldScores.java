package io.mirrorlake.evaluator.manifold;

import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where synthetic rows lie among real ones, by balls around rows that reach to the k-th nearest row
 * of the same table.
 *
 * @param precision the share of synthetic rows in a real row's ball (Kynkaanniemi et al. 2019)
 * @param recall the share of real rows in a synthetic row's ball
 * @param density the mean number of real balls a synthetic row lies in, divided by k (Naeem et al.
 *     2020)
 * @param coverage the share of real rows whose ball holds a synthetic row
 * @param outlierCoverage the same of the real rows with the largest balls
 */
public record ManifoldScores(
    double precision, double recall, double density, double coverage, double outlierCoverage) {
  /** As Naeem et al. take; with fewer neighbours the balls are noisy. */
  static final int NEIGHBOURS = 5;

  /** The share of rows with the largest balls that count as outliers. */
  private static final double OUTLIERS = 0.05;

  /**
   * The scores of a table.
   *
   * @param space the space, of train
   * @param real real rows, more than {@value #NEIGHBOURS}
   * @param other the rows in question, as many
   */
  public static ManifoldScores of(RankSpace space, SampleTable real, SampleTable other) {
    return of(space, real, other, NEIGHBOURS);
  }

  static ManifoldScores of(RankSpace space, SampleTable real, SampleTable other, int k) {
    float[][] first = space.points(real);
    float[][] second = space.points(other);
    float[] realRadii = radii(space.distances(first, first), k);
    float[] otherRadii = radii(space.distances(second, second), k);
    float[][] between = space.distances(first, second);
    boolean[] held = new boolean[first.length];
    boolean[] inReal = new boolean[second.length];
    boolean[] inOther = new boolean[first.length];
    long balls = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        if (between[i][j] <= realRadii[i]) {
          held[i] = true;
          inReal[j] = true;
          balls++;
        }
        inOther[i] |= between[i][j] <= otherRadii[j];
      }
    }
    return new ManifoldScores(
        share(inReal),
        share(inOther),
        (double) balls / k / second.length,
        share(held),
        outliers(realRadii, held));
  }

  /** The distance of each point from its k-th nearest other. */
  private static float[] radii(float[][] distances, int k) {
    float[] radii = new float[distances.length];
    IntStream.range(0, distances.length)
        .parallel()
        .forEach(
            i ->
                // The smallest is the point's own.
                radii[i] = smallest(distances[i], Math.min(k, distances.length - 1)));
    return radii;
  }

  /** The value that {@code place} others precede in ascending order. */
  private static float smallest(float[] values, int place) {
    float[] least = new float[place + 1];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    for (float value : values) {
      int at = place;
      if (value < least[at]) {
        while (at > 0 && least[at - 1] > value) {
          least[at] = least[at - 1];
          at--;
        }
        least[at] = value;
      }
    }
    return least[place];
  }

  private static double outliers(float[] radii, boolean[] held) {
    float[] sorted = radii.clone();
    Arrays.sort(sorted);
    float least = sorted[(int) ((1 - OUTLIERS) * (sorted.length - 1))];
    int all = 0;
    int covered = 0;
    for (int i = 0; i < radii.length; i++) {
      all += radii[i] >= least ? 1 : 0;
      covered += radii[i] >= least && held[i] ? 1 : 0;
    }
    return (double) covered / all;
  }

  private static double share(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return (double) count / flags.length;
  }
}
