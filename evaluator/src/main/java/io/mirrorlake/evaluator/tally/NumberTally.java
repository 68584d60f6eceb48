package io.mirrorlake.evaluator.tally;

import io.mirrorlake.evaluator.fidelity.BinnedDistribution;
import java.io.Serializable;
import java.util.Optional;

/** What was counted of a number column alone. */
public final class NumberTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final NumberRuler ruler;
  private final long[] fine;
  private long missing;
  private long offGrid;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  NumberTally(NumberRuler ruler) {
    this.ruler = ruler;
    this.fine = new long[ruler.fineBins()];
  }

  /** Counts a value, NaN for a missing one, and returns its coarse code. */
  int add(double value) {
    if (Double.isNaN(value)) {
      missing++;
      return ruler.coarseBins();
    }
    int bin = ruler.fine(value);
    fine[bin]++;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    offGrid += ruler.isOffGrid(value) ? 1 : 0;
    return ruler.coarse(bin);
  }

  void addAll(NumberTally other) {
    for (int bin = 0; bin < fine.length; bin++) {
      fine[bin] += other.fine[bin];
    }
    missing += other.missing;
    offGrid += other.offGrid;
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
  }

  /** The distribution of the values that are not missing. */
  public BinnedDistribution distribution() {
    return BinnedDistribution.of(ruler.cuts(), fine, least, greatest);
  }

  /** How many values each coarse bin holds. */
  public long[] coarseCounts() {
    long[] counts = new long[ruler.coarseBins()];
    for (int bin = 0; bin < fine.length; bin++) {
      counts[ruler.coarse(bin)] += fine[bin];
    }
    return counts;
  }

  /** The missing values. */
  public long missing() {
    return missing;
  }

  /** The values that are not on the grid of the real ones; 0 where those have none. */
  public long offGrid() {
    return offGrid;
  }

  /** The distance of neighbours on the real values' grid. */
  public Optional<Double> gridWidth() {
    return ruler.gridWidth();
  }
}
