package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.util.List;

/**
 * A stretch of a numeric marginal: a point mass where low equals high, else an interval over which
 * values are spread evenly, both ends included, or as a {@link Spread} says.
 *
 * <p>Points in time lie on the line too: dates as days and timestamps as microseconds since
 * 1970-01-01. NaN and the infinities can only be point masses.
 *
 * @param low the lower end
 * @param high the upper end, not below low
 * @param weight the share of the column's non-null values, in (0, 1]
 * @param spread how values are spread inside the interval
 */
public record Segment(double low, double high, double weight, Spread spread)
    implements Piece, Serializable {
  public Segment {
    if (Double.compare(low, high) > 0) {
      throw new IllegalArgumentException("a segment from " + low + " to " + high);
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a segment's probability must lie in (0, 1]: " + weight);
    }
    if (Double.compare(low, high) != 0 && !(Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException("an interval needs finite ends: " + low + " to " + high);
    }
  }

  /** A point mass, or an interval over which values are uniform. */
  public Segment(double low, double high, double weight) {
    this(low, high, weight, Spread.EVEN);
  }

  /** The value that a share p of the segment's values does not exceed, whatever the grid. */
  public double quantile(double p) {
    return isAtom() ? low : Math.min(high, low + (high - low) * spread.position(p, high - low));
  }

  /** The point mass at {@code value}. */
  public static Segment atom(double value, double weight) {
    return new Segment(value, value, weight);
  }

  @Override
  public Segment withWeight(double other) {
    return new Segment(low, high, other, spread);
  }

  @Override
  public List<Segment> segments(Grid grid) {
    return List.of(this);
  }

  /** This segment, or the evenly spread ones that it is made of. */
  List<Segment> parts(Grid grid) {
    return spread instanceof PiecewiseSpread corners ? corners.parts(this, grid) : List.of(this);
  }

  /** Whether this is a point mass. */
  public boolean isAtom() {
    return Double.compare(low, high) == 0;
  }
}
