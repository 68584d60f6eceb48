package io.mirrorlake.profiler.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts parents into cells of rows that are alike: recursive bisection at the median of one feature
 * (a k-d tree), in depth-first order, so that neighbouring cells are alike too.
 */
public sealed interface CellTree {
  /** A cell. */
  record Leaf(int cell, long parents) implements CellTree {}

  /**
   * A bisection: rows whose feature is below the threshold lie before those with more.
   *
   * @param feature the feature's position
   * @param threshold the least value of the upper half
   */
  record Split(int feature, double threshold, CellTree below, CellTree above) implements CellTree {}

  /**
   * The tree of these rows.
   *
   * @param features for each feature its value in every row; no NaN
   * @param weights how much each feature matters
   * @param least the fewest rows of a cell
   */
  static CellTree of(List<double[]> features, List<Double> weights, int least) {
    Bisection bisection = new Bisection(features, weights, Math.max(1, least));
    return bisection.of(IntStream.range(0, features.get(0).length).toArray());
  }

  /** The cells in order. */
  default List<Leaf> leaves() {
    if (this instanceof Split split) {
      List<Leaf> leaves = new ArrayList<>(split.below().leaves());
      leaves.addAll(split.above().leaves());
      return leaves;
    }
    return List.of((Leaf) this);
  }

  /** The state of one construction. */
  final class Bisection {
    private final List<double[]> features;
    private final List<double[]> ranks;
    private final List<Double> weights;
    private final int least;
    private int cells;

    private Bisection(List<double[]> features, List<Double> weights, int least) {
      this.features = features;
      this.weights = weights;
      this.least = least;
      this.ranks = features.stream().map(Bisection::ranks).toList();
    }

    /** Mid-ranks from 0 to 1: what is spread evenly differs most. */
    private static double[] ranks(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double[] ranks = new double[values.length];
      for (int row = 0; row < ranks.length; row++) {
        int below = edge(sorted, values[row], false);
        int upTo = edge(sorted, values[row], true);
        ranks[row] = (below + upTo) / (2.0 * values.length);
      }
      return ranks;
    }

    /** How many sorted values lie below a value, or up to it. */
    private static int edge(double[] sorted, double value, boolean withEqual) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        boolean counts = withEqual ? sorted[middle] <= value : sorted[middle] < value;
        low = counts ? middle + 1 : low;
        high = counts ? high : middle;
      }
      return low;
    }

    private CellTree of(int[] rows) {
      List<Integer> order =
          IntStream.range(0, features.size())
              .boxed()
              .sorted(Comparator.comparingDouble(f -> -weights.get(f) * variance(f, rows)))
              .toList();
      for (int feature : order) {
        double threshold = threshold(features.get(feature), rows);
        if (!Double.isNaN(threshold)) {
          double[] values = features.get(feature);
          CellTree below = of(Arrays.stream(rows).filter(r -> values[r] < threshold).toArray());
          CellTree above = of(Arrays.stream(rows).filter(r -> values[r] >= threshold).toArray());
          return new Split(feature, threshold, below, above);
        }
      }
      return new Leaf(cells++, rows.length);
    }

    private double variance(int feature, int[] rows) {
      double[] of = ranks.get(feature);
      double mean = Arrays.stream(rows).mapToDouble(r -> of[r]).average().orElse(0);
      return Arrays.stream(rows).mapToDouble(r -> (of[r] - mean) * (of[r] - mean)).sum();
    }

    /**
     * The value at which the rows fall apart most evenly, NaN where one part would be too small.
     */
    private double threshold(double[] values, int[] rows) {
      double[] sorted = Arrays.stream(rows).mapToDouble(r -> values[r]).sorted().toArray();
      int best = -1;
      for (int at = least; at <= sorted.length - least; at++) {
        boolean edge = at > 0 && sorted[at - 1] < sorted[at];
        boolean nearer =
            best < 0 || Math.abs(2 * at - sorted.length) < Math.abs(2 * best - sorted.length);
        best = edge && nearer ? at : best;
      }
      return best < 0 ? Double.NaN : sorted[best];
    }
  }
}
