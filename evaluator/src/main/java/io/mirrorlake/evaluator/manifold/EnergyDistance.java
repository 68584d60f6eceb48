package io.mirrorlake.evaluator.manifold;

import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The energy distance of two tables (Szekely and Rizzo 2013), as the coefficient {@code H = (2
 * E|X-Y| - E|X-X'| - E|Y-Y'|) / (2 E|X-Y|)}, 0 to 1, with means over all pairs of rows, a row with
 * itself included; and what H is when the rows are dealt to the two tables at random.
 *
 * <p>|X-Y| is the square root of the {@link RankSpace}'s distance: of the distance itself, which
 * adds up over columns, H would add up too and see no dependence between them. A root of a distance
 * of negative type is of negative type again.
 *
 * @param coefficient the coefficient
 * @param nullMean its mean over permutations
 * @param nullDeviation its standard deviation over permutations
 * @param chance the share of permutations with a coefficient at least as large, the tables' own
 *     counted among them
 */
public record EnergyDistance(
    double coefficient, double nullMean, double nullDeviation, double chance) {
  /** The smallest chance that can be told is 1 in 201 then. */
  static final int PERMUTATIONS = 200;

  /**
   * The distance; O(n^2) a permutation.
   *
   * @param space the space, of train
   * @param first rows
   * @param second as many other rows
   * @param seed of the permutations
   */
  public static EnergyDistance of(
      RankSpace space, SampleTable first, SampleTable second, long seed) {
    float[][] points = Arrays.copyOf(space.points(first), first.rows() + second.rows());
    System.arraycopy(space.points(second), 0, points, first.rows(), second.rows());
    float[][] distances = roots(space.distances(points, points));
    double[] sums = sums(distances);
    double coefficient = coefficient(distances, sums, IntStream.range(0, first.rows()).toArray());
    double[] dealt =
        IntStream.range(0, PERMUTATIONS)
            .parallel()
            .mapToDouble(
                i -> coefficient(distances, sums, dealt(points.length, first.rows(), seed, i)))
            .toArray();
    double mean = Arrays.stream(dealt).average().orElseThrow();
    double squares = Arrays.stream(dealt).map(h -> (h - mean) * (h - mean)).sum();
    long atLeast = Arrays.stream(dealt).filter(h -> h >= coefficient).count();
    return new EnergyDistance(
        coefficient,
        mean,
        Math.sqrt(squares / (PERMUTATIONS - 1)),
        (atLeast + 1.0) / (PERMUTATIONS + 1));
  }

  private static float[][] roots(float[][] distances) {
    for (float[] row : distances) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) Math.sqrt(row[j]);
      }
    }
    return distances;
  }

  /** Ascending, so that rows are read in the order in which they lie in memory. */
  private static int[] dealt(int all, int chosen, long seed, int number) {
    int[] first = Draw.of(seed, "energy " + number).subset(all, chosen);
    Arrays.sort(first);
    return first;
  }

  /** Every row's distances to all rows, summed; no permutation changes them. */
  private static double[] sums(float[][] distances) {
    double[] sums = new double[distances.length];
    for (int i = 0; i < sums.length; i++) {
      for (float distance : distances[i]) {
        sums[i] += distance;
      }
    }
    return sums;
  }

  /**
   * The coefficient, from the distances within the first table alone: with the rows' sums they tell
   * those between the tables, and within the second.
   */
  private static double coefficient(float[][] distances, double[] sums, int[] first) {
    double within = 0;
    double ofFirst = 0;
    for (int i : first) {
      float[] row = distances[i];
      double same = 0;
      for (int j : first) {
        same += row[j];
      }
      within += same;
      ofFirst += sums[i];
    }
    // Each pair of different tables counts twice, so `between` is 2 n m E|X-Y|.
    double between = 2 * (ofFirst - within);
    double other = Arrays.stream(sums).sum() - within - between;
    double n = first.length;
    double m = sums.length - n;
    double twice = between / (n * m);
    return twice > 0 ? Math.max(0, (twice - within / (n * n) - other / (m * m)) / twice) : 0;
  }
}
