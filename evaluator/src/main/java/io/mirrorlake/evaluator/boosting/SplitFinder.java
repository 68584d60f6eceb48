package io.mirrorlake.evaluator.boosting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the split of a node with the largest gain {@code GL^2/(HL+r) + GR^2/(HR+r) - G^2/(H+r)},
 * with G and H the sums of gradients and curvatures and r the ridge. Ordered features are cut
 * between two bins, with the missing values on whichever side gains more; nominal ones between two
 * bins in the order of their mean gradient, where the best of all subsets lies (Fisher 1958). Among
 * equal gains the first found wins, so the result is a function of the histogram.
 */
final class SplitFinder {
  /**
   * A category with fewer rows in the node goes right unseen, and this many rows of gradient 0 are
   * added to each one's mean: without both, rare categories would sort to the ends by chance alone.
   */
  private static final double CATEGORY_ROWS = 10;

  /** Splits that gain less than rounding errors are none. */
  private static final double MIN_GAIN = 1e-9;

  private final FeatureBins bins;
  private final BoostingOptions options;

  SplitFinder(FeatureBins bins, BoostingOptions options) {
    this.bins = bins;
    this.options = options;
  }

  /** The best split of a node with these sums, or none that leaves enough rows on both sides. */
  Optional<Split> best(Histogram histogram, Sums node) {
    Search search = new Search(histogram, node);
    for (int f = 0; f < bins.width(); f++) {
      if (bins.isNominal(f)) {
        search.nominal(f);
      } else {
        search.ordered(f, false);
        search.ordered(f, true);
      }
    }
    return search.result();
  }

  /**
   * What a node's rows add up to.
   *
   * @param gradient the sum of gradients
   * @param curvature the sum of curvatures
   * @param rows the number of rows
   */
  record Sums(double gradient, double curvature, double rows) {
    static final Sums NONE = new Sums(0, 0, 0);

    Sums plus(Histogram histogram, int feature, int bin) {
      return new Sums(
          gradient + histogram.gradient(feature, bin),
          curvature + histogram.curvature(feature, bin),
          rows + histogram.rows(feature, bin));
    }

    Sums minus(Sums part) {
      return new Sums(gradient - part.gradient, curvature - part.curvature, rows - part.rows);
    }

    /** Twice the loss saved by the best value for these rows, to second order. */
    double saving(double ridge) {
      // A curvature can cancel to a tiny negative number when histograms are subtracted.
      return gradient * gradient / (Math.max(curvature, 1e-12) + ridge);
    }
  }

  private final class Search {
    private final Histogram histogram;
    private final Sums node;
    private int feature = -1;
    private long[] left = Split.noBins();
    private double gain = MIN_GAIN;

    Search(Histogram histogram, Sums node) {
      this.histogram = histogram;
      this.node = node;
    }

    void ordered(int f, boolean missingLeft) {
      int missing = bins.size(f) - 1;
      if (missingLeft && !(histogram.rows(f, missing) > 0)) {
        return;
      }
      Sums sums = missingLeft ? Sums.NONE.plus(histogram, f, missing) : Sums.NONE;
      for (int bin = 0; bin < missing; bin++) {
        sums = sums.plus(histogram, f, bin);
        if (improves(sums)) {
          left = Split.noBins();
          IntStream.rangeClosed(0, bin).forEach(b -> Split.mark(left, b));
          if (missingLeft) {
            Split.mark(left, missing);
          }
          feature = f;
        }
      }
    }

    void nominal(int f) {
      int[] order =
          IntStream.range(0, bins.size(f))
              .filter(bin -> histogram.rows(f, bin) >= CATEGORY_ROWS)
              .boxed()
              .sorted(Comparator.comparingDouble(bin -> smoothedMean(f, bin)))
              .mapToInt(Integer::intValue)
              .toArray();
      Sums sums = Sums.NONE;
      for (int i = 0; i < order.length; i++) {
        sums = sums.plus(histogram, f, order[i]);
        if (improves(sums)) {
          left = Split.noBins();
          Arrays.stream(order, 0, i + 1).forEach(bin -> Split.mark(left, bin));
          feature = f;
        }
      }
    }

    private double smoothedMean(int f, int bin) {
      return histogram.gradient(f, bin) / (histogram.curvature(f, bin) + CATEGORY_ROWS);
    }

    private boolean improves(Sums leftSums) {
      Sums rightSums = node.minus(leftSums);
      if (leftSums.rows < options.leafRows() || rightSums.rows < options.leafRows()) {
        return false;
      }
      double ridge = options.ridge();
      double found = leftSums.saving(ridge) + rightSums.saving(ridge) - node.saving(ridge);
      if (!(found > gain)) {
        return false;
      }
      gain = found;
      return true;
    }

    Optional<Split> result() {
      return feature < 0 ? Optional.empty() : Optional.of(new Split(feature, left, gain));
    }
  }
}
