package io.mirrorlake.evaluator.fidelity;

import java.util.Arrays;

/**
 * The distribution of numbers of which only the counts between cuts are known, with the least and
 * the greatest value. Bin i holds the values in {@code (cuts[i-1], cuts[i]]}, the last one those
 * above the last cut. Inside a bin values count as spread evenly, so whatever is computed here is
 * exact at the cuts and off by at most one bin between them; a value with a bin of its own is
 * exact.
 */
public final class BinnedDistribution {
  private final double[] cuts;
  private final long[] upTo;
  private final double least;
  private final double greatest;

  private BinnedDistribution(double[] cuts, long[] upTo, double least, double greatest) {
    this.cuts = cuts;
    this.upTo = upTo;
    this.least = least;
    this.greatest = greatest;
  }

  /**
   * A distribution.
   *
   * @param cuts the upper ends of all bins but the last, strictly ascending
   * @param counts the values in each bin, one more than cuts
   * @param least the smallest value; of no meaning without values
   * @param greatest the largest value
   */
  public static BinnedDistribution of(double[] cuts, long[] counts, double least, double greatest) {
    if (counts.length != cuts.length + 1) {
      throw new IllegalArgumentException(counts.length + " bins between " + cuts.length + " cuts");
    }
    long[] upTo = counts.clone();
    Arrays.parallelPrefix(upTo, Long::sum);
    return new BinnedDistribution(cuts.clone(), upTo, least, greatest);
  }

  /** The number of values. */
  public long total() {
    return upTo[upTo.length - 1];
  }

  /** The smallest value. */
  public double least() {
    return least;
  }

  /** The largest value. */
  public double greatest() {
    return greatest;
  }

  /** The share of values not above x; 0 without values. */
  public double cumulative(double x) {
    if (total() == 0 || x < least) {
      return 0;
    }
    if (x >= greatest) {
      return 1;
    }
    int bin = bin(x);
    long below = below(bin);
    double low = low(bin);
    double high = high(bin);
    double part = high > low ? Math.min(1, Math.max(0, (x - low) / (high - low))) : 1;
    return (below + part * (upTo[bin] - below)) / total();
  }

  /**
   * The smallest value that at least this share of the values does not exceed; NaN without values.
   *
   * @param probability above 0, at most 1
   */
  public double quantile(double probability) {
    if (total() == 0) {
      return Double.NaN;
    }
    double wanted = probability * total();
    int bin = 0;
    while (upTo[bin] < wanted) {
      bin++;
    }
    long below = below(bin);
    double part = (wanted - below) / (upTo[bin] - below);
    return low(bin) + part * (high(bin) - low(bin));
  }

  /** The largest difference of the two distribution functions at the common cuts. */
  public double kolmogorovSmirnov(BinnedDistribution other) {
    if (total() == 0 || other.total() == 0) {
      return total() == other.total() ? 0 : 1;
    }
    double distance = 0;
    for (int bin = 0; bin < cuts.length; bin++) {
      double difference = (double) upTo[bin] / total() - (double) other.upTo[bin] / other.total();
      distance = Math.max(distance, Math.abs(difference));
    }
    return distance;
  }

  /**
   * Wasserstein's (earth mover's) distance of order one, {@code integral |F1(x) - F2(x)| dx}, in
   * units of the values; infinite where only one has values.
   */
  public double wasserstein(BinnedDistribution other) {
    if (total() == 0 || other.total() == 0) {
      return total() == other.total() ? 0 : Double.POSITIVE_INFINITY;
    }
    double[] knots = knots(other);
    double sum = 0;
    double before = cumulative(knots[0]) - other.cumulative(knots[0]);
    for (int i = 1; i < knots.length; i++) {
      // A difference is a straight line between knots, but jumps where a bin has no width.
      double after = cumulative(knots[i]) - other.cumulative(knots[i]);
      sum += (knots[i] - knots[i - 1]) * meanAbsolute(before, after);
      before = after;
    }
    return sum;
  }

  /** The mean of |x| on the straight line from one value to another. */
  private static double meanAbsolute(double from, double to) {
    if (from * to >= 0) {
      return Math.abs(from + to) / 2;
    }
    return (from * from + to * to) / (2 * Math.abs(from - to));
  }

  private double[] knots(BinnedDistribution other) {
    double[] knots = Arrays.copyOf(cuts, cuts.length + 4);
    knots[cuts.length] = least;
    knots[cuts.length + 1] = greatest;
    knots[cuts.length + 2] = other.least;
    knots[cuts.length + 3] = other.greatest;
    double low = Math.min(least, other.least);
    double high = Math.max(greatest, other.greatest);
    return Arrays.stream(knots).filter(x -> x >= low && x <= high).sorted().distinct().toArray();
  }

  /**
   * The mean distance of the values from their median: how far the distribution is, in
   * Wasserstein's distance, from the best constant. It is the column's spread; 0 only for a
   * constant, also where most values are zero.
   */
  public double spread() {
    double median = quantile(0.5);
    double sum = 0;
    for (int bin = 0; bin < upTo.length; bin++) {
      long count = upTo[bin] - below(bin);
      if (count > 0) {
        sum += count * meanDistance(low(bin), high(bin), median);
      }
    }
    return total() == 0 ? 0 : sum / total();
  }

  /** The mean; NaN without values. */
  public double mean() {
    double sum = 0;
    for (int bin = 0; bin < upTo.length; bin++) {
      long count = upTo[bin] - below(bin);
      sum += count > 0 ? count * (low(bin) / 2 + high(bin) / 2) : 0;
    }
    return total() == 0 ? Double.NaN : sum / total();
  }

  /** The mean distance from a point of values spread evenly over a range. */
  private static double meanDistance(double low, double high, double point) {
    if (point <= low || point >= high) {
      return Math.abs((low + high) / 2 - point);
    }
    return ((point - low) * (point - low) + (high - point) * (high - point)) / (2 * (high - low));
  }

  private int bin(double x) {
    int found = Arrays.binarySearch(cuts, x);
    return found >= 0 ? found : -found - 1;
  }

  private long below(int bin) {
    return bin == 0 ? 0 : upTo[bin - 1];
  }

  private double low(int bin) {
    return bin == 0 ? least : Math.max(cuts[bin - 1], least);
  }

  private double high(int bin) {
    return bin == cuts.length ? greatest : Math.min(cuts[bin], greatest);
  }
}
