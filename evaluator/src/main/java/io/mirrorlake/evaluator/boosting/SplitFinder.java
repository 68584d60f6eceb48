package io.mirrorlake.evaluator.boosting;

import java.util.Arrays;
import java.util.Optional;

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

  /** The bins of an ordered feature, which need no line of their own. */
  private static final int[] IN_ORDER = {};

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
    Sums minus(Sums part) {
      return new Sums(gradient - part.gradient, curvature - part.curvature, rows - part.rows);
    }
  }

  /** The best cut so far; its bins are put into a set once, when the search is over. */
  private final class Search {
    private final Histogram histogram;
    private final Sums node;
    private final double nodeSaving;
    private int feature = -1;
    private boolean missingLeft;

    /** The bins in a line, of which those up to {@link #last} go left. */
    private int[] line = IN_ORDER;

    private int last;
    private double gain = MIN_GAIN;

    Search(Histogram histogram, Sums node) {
      this.histogram = histogram;
      this.node = node;
      this.nodeSaving = saving(node.gradient, node.curvature);
    }

    void ordered(int f, boolean withMissing) {
      int missing = bins.size(f) - 1;
      if (withMissing && !(histogram.rows(f, missing) > 0)) {
        return;
      }
      double gradient = withMissing ? histogram.gradient(f, missing) : 0;
      double curvature = withMissing ? histogram.curvature(f, missing) : 0;
      double rows = withMissing ? histogram.rows(f, missing) : 0;
      for (int bin = 0; bin < missing; bin++) {
        gradient += histogram.gradient(f, bin);
        curvature += histogram.curvature(f, bin);
        double more = histogram.rows(f, bin);
        rows += more;
        // Behind an empty bin lies the same cut as before it.
        if ((more > 0 || bin == 0) && improves(gradient, curvature, rows)) {
          feature = f;
          missingLeft = withMissing;
          line = IN_ORDER;
          last = bin;
        }
      }
    }

    void nominal(int f) {
      int[] order = byMean(f);
      double gradient = 0;
      double curvature = 0;
      double rows = 0;
      for (int i = 0; i < order.length; i++) {
        gradient += histogram.gradient(f, order[i]);
        curvature += histogram.curvature(f, order[i]);
        rows += histogram.rows(f, order[i]);
        if (improves(gradient, curvature, rows)) {
          feature = f;
          missingLeft = false;
          line = order;
          last = i;
        }
      }
    }

    /** The frequent categories in the order of their means, in that of bins where these agree. */
    private int[] byMean(int f) {
      int[] order = new int[bins.size(f)];
      double[] means = new double[order.length];
      int found = 0;
      for (int bin = 0; bin < order.length; bin++) {
        if (histogram.rows(f, bin) >= CATEGORY_ROWS) {
          double mean = smoothedMean(f, bin);
          int at = found++;
          for (; at > 0 && means[at - 1] > mean; at--) {
            means[at] = means[at - 1];
            order[at] = order[at - 1];
          }
          means[at] = mean;
          order[at] = bin;
        }
      }
      return Arrays.copyOf(order, found);
    }

    private double smoothedMean(int f, int bin) {
      return histogram.gradient(f, bin) / (histogram.curvature(f, bin) + CATEGORY_ROWS);
    }

    private boolean improves(double gradient, double curvature, double rows) {
      if (rows < options.leafRows() || node.rows - rows < options.leafRows()) {
        return false;
      }
      double found =
          saving(gradient, curvature)
              + saving(node.gradient - gradient, node.curvature - curvature)
              - nodeSaving;
      if (!(found > gain)) {
        return false;
      }
      gain = found;
      return true;
    }

    /** Twice the loss saved by the best value for rows with these sums, to second order. */
    private double saving(double gradient, double curvature) {
      // A curvature can cancel to a tiny negative number when histograms are subtracted.
      return gradient * gradient / (Math.max(curvature, 1e-12) + options.ridge());
    }

    Optional<Split> result() {
      if (feature < 0) {
        return Optional.empty();
      }
      long[] left = Split.noBins();
      for (int i = 0; i <= last; i++) {
        Split.mark(left, line == IN_ORDER ? i : line[i]);
      }
      if (missingLeft) {
        Split.mark(left, bins.size(feature) - 1);
      }
      return Optional.of(new Split(feature, left, gain));
    }
  }
}
