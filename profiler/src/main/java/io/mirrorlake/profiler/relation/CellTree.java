package io.mirrorlake.profiler.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts parents into cells of rows that are alike: recursive bisection at the median of one feature,
 * in depth-first order, so that neighbouring cells are alike too. It is the feature whose halves
 * leave least to be told of all features together (a tree of several responses; Blockeel, De Raedt,
 * Ramon: Top-down induction of clustering trees. 1998).
 *
 * <p>What there is to tell of a feature among n rows is n / 2 ln(1 + r v / V) nats: what a Gaussian
 * channel of the signal-to-noise ratio r v / V carries (Shannon 1949), where v is the variance of
 * the feature's ranks among these rows, V that among all rows, and r the feature's own ratio. So a
 * feature that tells families apart to a hundredth of its range is cut again and again, down to
 * there, and one that is mostly noise hardly once. Variances summed by weights, in place of
 * logarithms, were cut for the eras of races, and never for their years.
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
   * What rows are told apart by.
   *
   * @param values its value in every row; no NaN
   * @param ratios the variance between rows over that within them, for each table that the feature
   *     matters to; not negative
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Feature(double[] values, List<Double> ratios) {
    public Feature {
      ratios = List.copyOf(ratios);
    }

    /** A feature that matters to one table. */
    public static Feature of(double[] values, double ratio) {
      return new Feature(values, List.of(ratio));
    }
  }

  /**
   * The tree of these rows.
   *
   * @param features what they are told apart by, one at least
   * @param least what a cell has at least
   */
  static CellTree of(List<Feature> features, Least least) {
    Bisection bisection = new Bisection(features, least);
    return bisection.of(IntStream.range(0, features.get(0).values().length).toArray());
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
    private final List<double[]> ratios;
    private final Least least;
    private int cells;

    private Bisection(List<Feature> features, Least least) {
      this.features = features.stream().map(Feature::values).toList();
      this.least = least;
      this.ranks = this.features.stream().map(Bisection::ranks).toList();
      this.ratios =
          IntStream.range(0, features.size())
              .mapToObj(f -> ratios(features.get(f).ratios(), ranks.get(f)))
              .toList();
    }

    /** The ratios for a variance of 1. */
    private static double[] ratios(List<Double> ratios, double[] ranks) {
      Spread all = new Spread();
      Arrays.stream(ranks).forEach(all::add);
      double variance = all.variance();
      return ratios.stream().mapToDouble(r -> variance > 0 ? r / variance : 0).toArray();
    }

    /** The variance of some numbers. */
    private static final class Spread {
      private int count;
      private double sum;
      private double squares;

      void add(double value) {
        count++;
        sum += value;
        squares += value * value;
      }

      double variance() {
        return Math.max(0, squares / count - sum / count * (sum / count));
      }

      /** What there is to tell of them, in nats. */
      double nats(double[] ratios) {
        double nats = 0;
        double variance = variance();
        for (double ratio : ratios) {
          nats += Math.log1p(ratio * variance);
        }
        return count / 2.0 * nats;
      }
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
      double told = told(rows);
      int best = -1;
      double most = 0;
      double threshold = Double.NaN;
      for (int feature = 0; feature < features.size(); feature++) {
        double middle = threshold(features.get(feature), rows);
        double gain = Double.isNaN(middle) ? 0 : told - left(feature, middle, rows);
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

    /** What there is to tell of all features of some rows. */
    private double told(int[] rows) {
      double told = 0;
      for (int feature = 0; feature < features.size(); feature++) {
        double[] of = ranks.get(feature);
        Spread all = new Spread();
        for (int row : rows) {
          all.add(of[row]);
        }
        told += all.nats(ratios.get(feature));
      }
      return told;
    }

    /** What is left to tell of all features in the two parts. */
    private double left(int feature, double threshold, int[] rows) {
      double[] values = features.get(feature);
      double left = 0;
      for (int other = 0; other < features.size(); other++) {
        double[] of = ranks.get(other);
        Spread below = new Spread();
        Spread above = new Spread();
        for (int row : rows) {
          (values[row] < threshold ? below : above).add(of[row]);
        }
        double[] by = ratios.get(other);
        left += below.nats(by) + above.nats(by);
      }
      return left;
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
