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
    boolean[] own = new boolean[points.length];
    Arrays.fill(own, 0, first.rows(), true);
    double coefficient = coefficient(distances, own);
    double[] dealt =
        IntStream.range(0, PERMUTATIONS)
            .parallel()
            .mapToDouble(i -> coefficient(distances, dealt(points.length, first.rows(), seed, i)))
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

  private static boolean[] dealt(int all, int chosen, long seed, int number) {
    boolean[] first = new boolean[all];
    for (int row : Draw.of(seed, "energy " + number).subset(all, chosen)) {
      first[row] = true;
    }
    return first;
  }

  private static double coefficient(float[][] distances, boolean[] first) {
    double within = 0;
    double between = 0;
    double other = 0;
    for (int i = 0; i < first.length; i++) {
      double same = 0;
      double apart = 0;
      for (int j = 0; j < first.length; j++) {
        if (first[i] == first[j]) {
          same += distances[i][j];
        } else {
          apart += distances[i][j];
        }
      }
      within += first[i] ? same : 0;
      other += first[i] ? 0 : same;
      between += apart;
    }
    double n = IntStream.range(0, first.length).filter(i -> first[i]).count();
    double m = first.length - n;
    // Each pair of different tables is met twice, so `between` is 2 n m E|X-Y|.
    double twice = between / (n * m);
    return twice > 0 ? Math.max(0, (twice - within / (n * n) - other / (m * m)) / twice) : 0;
  }
}
