package io.mirrorlake.profiler.marginal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An interval whose values follow a parametric law, cut off at its ends.
 *
 * <p>It stands for segments between quantiles of the law: parts of equal probability, of which the
 * outermost two are halved again and again towards the end. So a narrow code of the u-scale holds
 * as many values as the number of parts and halvings allow. Inside the outermost segments the
 * quantile function is a polygon through further halves, until what is left is as improbable as
 * what lies beyond the interval's end; in the others it is a polygon as fine as 128 parts of the
 * whole. On a discrete grid, segments end half a step from the grid's values, and each has two
 * values at least.
 *
 * <p>Corners are rounded to a part of 2^-20 of the distance between their neighbours, so that a
 * more precise formula would not change rows.
 *
 * @param law the law
 * @param low the lower end
 * @param high the upper end
 * @param weight the share of the column's non-null values, in (0, 1]
 * @param parts into how many parts of equal probability it is cut, 2 to 256
 * @param halvings how often the outermost parts are halved, 0 to 40
 */
public record FamilyInterval(
    ParametricLaw law, double low, double high, double weight, int parts, int halvings)
    implements Piece, Serializable {
  private static final long serialVersionUID = 1L;

  /** As many as a column without a family has knots. */
  public static final int MAX_PARTS = 256;

  /** Less than 10^-12 of the values: no table is that long. */
  public static final int MAX_HALVINGS = 40;

  /**
   * Between quantiles of so many parts, and of a normal distribution, a line is straight enough.
   */
  private static final int FINEST = 128;

  /** A law that has not half of its values in the interval does not describe it. */
  public static final double LEAST_INSIDE = 0.5;

  private static final int CORNER_BITS = 20;

  public FamilyInterval {
    if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a family from " + low + " to " + high);
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a family's probability must lie in (0, 1]: " + weight);
    }
    if (parts < 2 || parts > MAX_PARTS || halvings < 0 || halvings > MAX_HALVINGS) {
      throw new IllegalArgumentException(
          "a family in 2 to 256 parts with up to 40 halvings, not " + parts + " and " + halvings);
    }
    double inside = law.probability(low, high);
    if (!(inside >= LEAST_INSIDE)) {
      throw new IllegalArgumentException(
          "a share of " + inside + " of the family's values lies from " + low + " to " + high);
    }
  }

  @Override
  public FamilyInterval withWeight(double other) {
    return new FamilyInterval(law, low, high, other, parts, halvings);
  }

  @Override
  public List<Segment> segments(Grid grid) {
    return new Cut(grid).segments();
  }

  /** A place on the scale of probabilities: near 1, what is left beyond tells it apart from 1. */
  private record Level(double share, boolean upper) {
    double below() {
      return upper ? 1 - share : share;
    }

    double above() {
      return upper ? share : 1 - share;
    }
  }

  /** The quantiles of the law, cut off at the ends, on a grid. */
  private final class Cut {
    private final Grid grid;
    private final double from;
    private final double to;
    private final double below;
    private final double beyond;
    private final double inside;

    Cut(Grid grid) {
      if (grid.isOfDigits()) {
        throw new IllegalArgumentException("a family of numbers that are dates or times");
      }
      this.grid = grid;
      double half = grid.isDiscrete() ? grid.spacing() / 2 : 0;
      this.from = low - half;
      this.to = high + half;
      this.below = law.cumulativeProbability(from);
      this.beyond = law.survivalProbability(to);
      this.inside = law.probability(from, to);
    }

    List<Segment> segments() {
      List<Level> levels = levels();
      double[] quantiles = levels.stream().mapToDouble(this::quantile).toArray();
      List<Segment> segments = new ArrayList<>();
      int first = 0;
      for (int i = 1; i < levels.size(); i++) {
        double start = edge(quantiles, first);
        double end = edge(quantiles, i);
        boolean last = i == levels.size() - 1;
        if (last || (isWide(start, end) && isWide(end, to))) {
          segments.add(segment(start, end, corners(levels.get(first), levels.get(i))));
          first = i;
        }
      }
      return segments;
    }

    /** Whether a segment is more than a point. */
    private boolean isWide(double start, double end) {
      return grid.isDiscrete() ? end - start > 1.5 * grid.spacing() : end > start;
    }

    private List<Level> levels() {
      List<Level> levels = new ArrayList<>(List.of(new Level(0, false)));
      for (int h = halvings; h > 0; h--) {
        levels.add(new Level(Math.scalb(1.0 / parts, -h), false));
      }
      for (int i = 1; i < parts; i++) {
        boolean upper = 2 * i > parts;
        levels.add(new Level((double) (upper ? parts - i : i) / parts, upper));
      }
      for (int h = 1; h <= halvings; h++) {
        levels.add(new Level(Math.scalb(1.0 / parts, -h), true));
      }
      levels.add(new Level(0, true));
      return levels;
    }

    /** Further levels inside a segment. */
    private List<Level> corners(Level start, Level end) {
      List<Level> corners = new ArrayList<>();
      if (start.share() == 0) {
        double least = Math.max(below / inside, Math.scalb(1.0, -MAX_HALVINGS));
        for (double share = end.below() / 2; share > least; share /= 2) {
          corners.add(0, new Level(share, false));
        }
      } else if (end.share() == 0) {
        double least = Math.max(beyond / inside, Math.scalb(1.0, -MAX_HALVINGS));
        for (double share = start.above() / 2; share > least; share /= 2) {
          corners.add(new Level(share, true));
        }
      } else {
        double width = end.below() - start.below();
        int pieces = (int) Math.ceil(width * FINEST - 1e-6);
        for (int i = 1; i < pieces; i++) {
          corners.add(new Level(start.below() + width * i / pieces, false));
        }
      }
      return corners;
    }

    private double quantile(Level level) {
      if (level.share() == 0) {
        return level.upper() ? to : from;
      }
      double quantile =
          level.upper()
              ? law.upperQuantile(beyond + inside * level.share())
              : law.quantile(below + inside * level.share());
      return Math.max(from, Math.min(to, quantile));
    }

    /** Where segments meet: a quantile, or the nearest place between two values of the grid. */
    private double edge(double[] quantiles, int i) {
      double quantile = quantiles[i];
      if (i == 0 || i == quantiles.length - 1) {
        return quantile;
      }
      if (grid.isDiscrete()) {
        double step = Math.rint(grid.place(quantile) + 0.5);
        return Math.max(from, Math.min(to, grid.value(step) - grid.spacing() / 2));
      }
      double distance = quantiles[i + 1] - quantiles[i - 1];
      return rounded(quantile, distance);
    }

    private Segment segment(double start, double end, List<Level> corners) {
      double share = law.probability(start, end) / inside;
      double first = start;
      double last = end;
      if (grid.isDiscrete()) {
        first = grid.value(Math.rint(grid.place(start) + 0.5));
        last = grid.value(Math.rint(grid.place(end) - 0.5));
      }
      return new Segment(first, last, weight * share, spread(start, end, corners));
    }

    private Spread spread(double start, double end, List<Level> corners) {
      double probability = law.probability(start, end);
      List<Double> shares = new ArrayList<>();
      List<Double> positions = new ArrayList<>();
      double last = start;
      for (Level corner : corners) {
        double at = quantile(corner);
        double share = law.probability(start, at) / probability;
        double position = rounded((at - start) / (end - start), 1);
        boolean further = at > last && at < end && position < 1;
        if (further && share > (shares.isEmpty() ? 0 : shares.get(shares.size() - 1))) {
          shares.add(Math.min(share, Math.nextDown(1.0)));
          positions.add(position);
          last = at;
        }
      }
      return shares.isEmpty() ? Spread.EVEN : new PiecewiseSpread(shares, positions);
    }

    /** To a part of 2^-20 of the distance, or less. */
    private double rounded(double value, double distance) {
      int exponent = Math.getExponent(distance) - CORNER_BITS;
      return distance > Double.MIN_NORMAL
          ? Math.scalb(Math.rint(Math.scalb(value, -exponent)), exponent)
          : value;
    }
  }
}
