package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The distribution of a column whose values lie on a line: numbers, dates, timestamps.
 *
 * <p>Its segments rise along the line in the order of {@link Double#compare} (NaN last), so that u
 * is the value's mid-distribution rank, and the quantile function is linear inside an interval,
 * constant on a point mass: Q(u) = low + (high - low) (u - E_(i-1)) / (E_i - E_(i-1)) for u in
 * segment i. On a discrete grid an interval stands for the grid values from low to high, each
 * equally likely.
 *
 * @param nullProbability the probability of a null, in [0, 1]
 * @param grid the granularity of the values
 * @param segments the segments in rising order; intervals may touch, and a point mass may lie on an
 *     interval's end
 * @param calendar how points in time are spread inside intervals
 * @param families the intervals among the segments that follow a parametric family; segments of
 *     none are never spread by a {@link PiecewiseSpread}, but cut into even ones
 */
public record NumericMarginal(
    double nullProbability,
    Grid grid,
    List<Segment> segments,
    Calendar calendar,
    List<FamilyInterval> families)
    implements Marginal, Serializable {
  private static final long serialVersionUID = 1L;

  public NumericMarginal {
    segments =
        families.isEmpty()
            ? segments.stream().flatMap(segment -> segment.parts(grid).stream()).toList()
            : List.copyOf(segments);
    families = List.copyOf(families);
    double sum = 0;
    for (int i = 0; i < segments.size(); i++) {
      sum += segments.get(i).weight();
      if (i > 0 && Double.compare(segments.get(i - 1).high(), segments.get(i).low()) > 0) {
        throw new IllegalArgumentException(
            "segments overlap: " + segments.get(i - 1) + " and " + segments.get(i));
      }
    }
    Weights.requireWeights(sum, segments.size(), nullProbability);
  }

  /** A marginal whose values are spread evenly inside intervals that have no tail. */
  public NumericMarginal(double nullProbability, Grid grid, List<Segment> segments) {
    this(nullProbability, grid, segments, Calendar.EVEN);
  }

  /** A marginal without families. */
  public NumericMarginal(
      double nullProbability, Grid grid, List<Segment> segments, Calendar calendar) {
    this(nullProbability, grid, segments, calendar, List.of());
  }

  /** The marginal of pieces in rising order. */
  public static NumericMarginal of(
      double nullProbability, Grid grid, List<Piece> pieces, Calendar calendar) {
    List<FamilyInterval> families = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (Piece piece : pieces) {
      segments.addAll(piece.segments(grid));
      if (piece instanceof FamilyInterval family) {
        families.add(family);
      }
    }
    return new NumericMarginal(nullProbability, grid, segments, calendar, families);
  }

  /** The inverse of {@link #of}: the segments, those of a family's interval together. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    Iterator<FamilyInterval> rest = families.iterator();
    Optional<FamilyInterval> next = next(rest);
    for (int i = 0; i < segments.size(); ) {
      List<Segment> own = next.map(family -> family.segments(grid)).orElse(List.of());
      boolean begins = !own.isEmpty() && own.get(0).equals(segments.get(i));
      pieces.add(begins ? next.orElseThrow() : segments.get(i));
      i += begins ? own.size() : 1;
      next = begins ? next(rest) : next;
    }
    return pieces;
  }

  private static Optional<FamilyInterval> next(Iterator<FamilyInterval> rest) {
    return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
  }

  /**
   * This marginal, which has no family, with other segments: as many, as codes refer to them.
   *
   * @throws IllegalStateException for a marginal with a family, whose segments are its own
   */
  public NumericMarginal withSegments(List<Segment> others) {
    if (!families.isEmpty()) {
      throw new IllegalStateException("segments of a family cannot be replaced: " + families);
    }
    return new NumericMarginal(nullProbability, grid, others, calendar);
  }

  /** This marginal with another calendar. */
  public NumericMarginal withCalendar(Calendar other) {
    return new NumericMarginal(nullProbability, grid, segments, other, families);
  }

  @Override
  public NumericMarginal withNullProbability(double probability) {
    return new NumericMarginal(probability, grid, segments, calendar, families);
  }

  @Override
  public int segmentCount() {
    return segments.size();
  }

  @Override
  public double weight(int segment) {
    return segments.get(segment).weight();
  }

  /**
   * The segment a value belongs to: the point mass at it, else the first segment that reaches it,
   * else the last one. O(log n). The marginal must have a segment.
   */
  public int segmentOf(double value) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(segments.get(middle).high(), value) >= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    boolean pointMassNext =
        low + 1 < segments.size()
            && segments.get(low + 1).isAtom()
            && Double.compare(segments.get(low + 1).low(), value) == 0;
    return pointMassNext ? low + 1 : low;
  }
}
