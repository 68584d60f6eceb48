package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.fidelity.BinnedDistribution;
import io.mirrorlake.evaluator.fidelity.Entropy;
import io.mirrorlake.evaluator.fidelity.JensenShannon;
import io.mirrorlake.evaluator.tally.NumberTally;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number column beside that of the reference. Distances between values are in units of the
 * reference's spread, the mean distance from its median: unlike the interquartile range it is
 * positive for every column but a constant, also where most values are zero.
 *
 * @param kolmogorovSmirnov the largest difference of the distribution functions, 0 to 1
 * @param jensenShannon the Jensen-Shannon distance over 16 bins of about equal real mass, 0 to 1
 * @param wasserstein Wasserstein's distance of order one in spreads: 1 is as far as the median
 *     alone would be
 * @param tails the gaps of the percentiles in {@link #TAILS}, in spreads; negative where too small
 * @param rangeCoverage how much of the reference's range the values reach, 0 to 1: one minus what
 *     is missing at either end as a share of the range (Synthetic Data Metrics' definition)
 * @param boundaryAdherence the share of values inside the reference's range
 * @param entropyRatio the entropy over the bins divided by the reference's
 * @param gridAdherence the share of values on the reference's grid; empty without one
 */
public record NumberComparison(
    double kolmogorovSmirnov,
    double jensenShannon,
    double wasserstein,
    List<Double> tails,
    double rangeCoverage,
    double boundaryAdherence,
    double entropyRatio,
    Optional<Double> gridAdherence) {
  /** The percentiles that are compared, as shares. */
  public static final List<Double> TAILS = List.of(0.01, 0.05, 0.95, 0.99, 0.999);

  /** Ten spreads off is as wrong as can be: more in one column must not hide all others. */
  public static final double LARGEST_GAP = 10;

  public NumberComparison {
    tails = List.copyOf(tails);
  }

  /** Compares a column with the reference. */
  public static NumberComparison of(NumberTally reference, NumberTally other) {
    BinnedDistribution real = reference.distribution();
    BinnedDistribution found = other.distribution();
    double[] realBins = doubles(reference.coarseCounts());
    double[] foundBins = doubles(other.coarseCounts());
    double spread = real.spread();
    return new NumberComparison(
        real.kolmogorovSmirnov(found),
        JensenShannon.distance(realBins, foundBins),
        inSpreads(real.wasserstein(found), spread),
        TAILS.stream().map(p -> gap(real, found, p, spread)).toList(),
        rangeCoverage(real, found),
        boundaryAdherence(real, found),
        entropyRatio(Entropy.bits(realBins), Entropy.bits(foundBins)),
        other.gridWidth().map(width -> onGrid(other, found.total())));
  }

  /** The mean over the percentiles of the absolute gap. */
  public double tailError() {
    return tails.stream().mapToDouble(Math::abs).average().orElse(0);
  }

  private static double gap(
      BinnedDistribution real, BinnedDistribution found, double probability, double spread) {
    if (real.total() == 0 || found.total() == 0) {
      return real.total() == found.total() ? 0 : LARGEST_GAP;
    }
    return inSpreads(found.quantile(probability) - real.quantile(probability), spread);
  }

  private static double inSpreads(double distance, double spread) {
    if (distance == 0) {
      return 0;
    }
    double gap = spread > 0 ? distance / spread : Math.signum(distance) * LARGEST_GAP;
    return Math.max(-LARGEST_GAP, Math.min(LARGEST_GAP, gap));
  }

  private static double rangeCoverage(BinnedDistribution real, BinnedDistribution found) {
    if (real.total() == 0 || found.total() == 0) {
      return real.total() == 0 ? 1 : 0;
    }
    double range = real.greatest() - real.least();
    if (!(range > 0)) {
      return found.least() <= real.least() && found.greatest() >= real.greatest() ? 1 : 0;
    }
    double low = Math.max(0, (found.least() - real.least()) / range);
    double high = Math.max(0, (real.greatest() - found.greatest()) / range);
    return Math.max(0, 1 - low - high);
  }

  private static double boundaryAdherence(BinnedDistribution real, BinnedDistribution found) {
    if (found.total() == 0 || real.total() == 0) {
      return found.total() == 0 ? 1 : 0;
    }
    return found.cumulative(real.greatest()) - found.cumulative(Math.nextDown(real.least()));
  }

  private static double onGrid(NumberTally tally, long total) {
    return total == 0 ? 1 : 1 - (double) tally.offGrid() / total;
  }

  /** 1 where both are constant, 2 where only the reference is. */
  static double entropyRatio(double reference, double other) {
    if (reference > 0) {
      return other / reference;
    }
    return other > 0 ? 2 : 1;
  }

  private static double[] doubles(long[] counts) {
    return Arrays.stream(counts).asDoubleStream().toArray();
  }
}
