package io.mirrorlake.profiler.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts parents into cells of rows that are alike: recursive bisection at the median of one feature,
 * in depth-first order, so that neighbouring cells are alike too. It is the feature whose halves
 * are most alike in all features together: of the ranks r of feature g, each weighing w, the sum of
 * w (SS(r) - SS(r below) - SS(r above)) over all g is greatest, where SS is the sum of squares
 * around the mean (a tree of several responses; Blockeel, De Raedt, Ramon: Top-down induction of
 * clustering trees. 1998). What several features have in common is cut first, and what is like no
 * other last.
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
   * @param least what a cell has at least
   */
  static CellTree of(List<double[]> features, List<Double> weights, Least least) {
    Bisection bisection = new Bisection(features, weights, least);
    return bisection.of(IntStream.range(0, features.get(0).length).toArray());
  }

  /**
   * What a cell has at least, as the share of a cell with less is told with an error as large as
   * itself.
   *
   * @param rows how many rows
   * @param counts what each row counts for beside, not negative; without any, rows are enough
   * @param sum the least sum of these
   */
  record Least(int rows, List<Double> counts, double sum) {
    public Least {
      counts = List.copyOf(counts);
    }

    /** So many rows, whatever they are. */
    public static Least rows(int rows) {
      return new Least(rows, List.of(), 0);
    }
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
    private final Least least;
    private int cells;

    private Bisection(List<double[]> features, List<Double> weights, Least least) {
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
      int best = -1;
      double most = 0;
      double threshold = Double.NaN;
      for (int feature = 0; feature < features.size(); feature++) {
        double middle = threshold(features.get(feature), rows);
        double gain = Double.isNaN(middle) ? 0 : gain(feature, middle, rows);
        if (gain > most) {
          most = gain;
          best = feature;
          threshold = middle;
        }
      }
      if (best < 0) {
        return new Leaf(cells++, rows.length);
      }
      double[] values = features.get(best);
      double cut = threshold;
      CellTree below = of(Arrays.stream(rows).filter(r -> values[r] < cut).toArray());
      CellTree above = of(Arrays.stream(rows).filter(r -> values[r] >= cut).toArray());
      return new Split(best, cut, below, above);
    }

    /** How much less the weighted ranks of all features vary in the two parts. */
    private double gain(int feature, double threshold, int[] rows) {
      double[] values = features.get(feature);
      double gain = 0;
      for (int other = 0; other < features.size(); other++) {
        double[] of = ranks.get(other);
        double below = 0;
        double above = 0;
        int fewer = 0;
        for (int row : rows) {
          if (values[row] < threshold) {
            below += of[row];
            fewer++;
          } else {
            above += of[row];
          }
        }
        int more = rows.length - fewer;
        double apart = below / fewer - above / more;
        gain += weights.get(other) * apart * apart * fewer * more / rows.length;
      }
      return gain;
    }

    /**
     * The value at which the rows fall apart most evenly, NaN where one part would be too small.
     */
    private double threshold(double[] values, int[] rows) {
      double[] sorted = Arrays.stream(rows).mapToDouble(r -> values[r]).sorted().toArray();
      double[] range = range(values, rows);
      int fewest = Math.max(1, least.rows());
      int best = -1;
      for (int at = fewest; at <= sorted.length - fewest; at++) {
        boolean edge =
            sorted[at - 1] < sorted[at] && sorted[at] >= range[0] && sorted[at] <= range[1];
        boolean nearer =
            best < 0 || Math.abs(2 * at - sorted.length) < Math.abs(2 * best - sorted.length);
        best = edge && nearer ? at : best;
      }
      return best < 0 ? Double.NaN : sorted[best];
    }

    /** From where to where a value may lie that leaves the least sum below it and from it on. */
    private double[] range(double[] values, int[] rows) {
      if (least.counts().isEmpty()) {
        return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      }
      List<Integer> order =
          Arrays.stream(rows).boxed().sorted(Comparator.comparingDouble(r -> values[r])).toList();
      double all = order.stream().mapToDouble(least.counts()::get).sum();
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double below = 0;
      double before = Double.NEGATIVE_INFINITY;
      for (int row : order) {
        if (values[row] > before && below >= least.sum() && all - below >= least.sum()) {
          low = Math.min(low, values[row]);
          high = values[row];
        }
        before = values[row];
        below += least.counts().get(row);
      }
      return new double[] {low, high};
    }
  }
}
