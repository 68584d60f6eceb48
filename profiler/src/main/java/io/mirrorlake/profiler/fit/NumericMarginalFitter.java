package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Piece;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.Units;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits the marginal of a numeric column: point masses where enough units share a value, and between
 * them intervals whose ends are averages of enough neighbours.
 */
final class NumericMarginalFitter {
  /**
   * A column of up to this many distinct values is taken as discrete: each that may be told is a
   * point mass.
   */
  static final int MAX_POINT_MASSES = 1024;

  /** The knots of a continuous column: quantiles 0.4 % apart, closer in the tails. */
  static final int KNOTS = 256;

  /** In secret there are up to an eighth fewer, so that one row does not change their number. */
  private static final double FEWER = 0.125;

  private final ColumnType type;
  private final Grid grid;

  /** The grid on the line of days, minutes ... where digits are a date or a time; else the same. */
  private final Grid line;

  private final ColumnRule rule;
  private final double knots;
  private final TreeMap<Double, Tally> masses = new TreeMap<>();
  private final List<ValueTally> rest = new ArrayList<>();

  private NumericMarginalFitter(ColumnType type, Grid grid, ColumnRule rule) {
    this.type = type;
    this.grid = grid;
    this.line = grid.withNotation(Notation.NUMBER);
    this.rule = rule;
    this.knots = rule.rounding().limit(KNOTS, KNOTS * (1 - FEWER), "knots");
  }

  /**
   * The marginal of the values in a sketch that has some.
   *
   * @return the marginal with the share of nulls, or one of nulls only where too few units carry a
   *     value
   */
  static NumericMarginal fit(NumericSketch sketch, ColumnType type, Grid grid, ColumnRule rule) {
    // Of more values than the sketch tells apart, rows are counted again, without their units.
    NumericMarginalFitter fitter =
        new NumericMarginalFitter(type, grid, sketch.isExact() ? rule : rule.withoutUnits());
    fitter.separate(sketch);
    List<Piece> pieces = fitter.pieces();
    if (pieces.isEmpty()) {
      return new NumericMarginal(1, grid, List.of());
    }
    return NumericMarginal.of(
        Rounding.nulls(sketch.nulls(), sketch.rows(), rule), grid, pieces, Calendar.EVEN);
  }

  /** Splits what the sketch holds into point masses and the rest. */
  private void separate(NumericSketch sketch) {
    TreeMap<Double, Tally> points = new TreeMap<>();
    double massRows = LatticeFinder.massRows(sketch.rows(), rule);
    for (ValueTally cell : sketch.cells()) {
      boolean stays = sketch.isExact() && LatticeFinder.isPointMass(cell.tally(), massRows, rule);
      points.merge(stays ? mass(cell.value()) : place(cell.value()), cell.tally(), rule::join);
    }
    TreeMap<Double, Tally> candidates = points;
    if (!sketch.isExact()) {
      candidates = new TreeMap<>();
      for (ValueTally value : sketch.frequent()) {
        boolean stays = LatticeFinder.isPointMass(value.tally(), massRows, rule);
        candidates.merge(
            stays ? mass(value.value()) : place(value.value()), value.tally(), rule::join);
      }
    }
    double discrete = rule.rounding().limit(MAX_POINT_MASSES, 1.5 * MAX_POINT_MASSES, "discrete");
    double least = points.size() <= discrete ? 1 : Math.max(1, (long) (sketch.rows() / knots));
    candidates.forEach(
        (value, tally) -> {
          if (rule.allows(tally) && tally.rows() >= least) {
            masses.put(value, tally);
          }
        });
    takeMassesOut(sketch, points);
    points.forEach((value, tally) -> rest.add(new ValueTally(value, tally)));
  }

  /** The nearest point of the grid, as its place on the line. */
  private double place(double value) {
    return line.snap(grid.notation().position(value));
  }

  /** The place of a value that enough units carry to be a point mass, on the lattice or not. */
  private double mass(double value) {
    return grid.isOfDigits() ? place(value) : line.ofDecimals().snap(value);
  }

  /** The value at a place on the line. */
  private double written(double place) {
    return grid.isOfDigits() && Double.isFinite(place)
        ? grid.notation().written((long) place)
        : place;
  }

  private void takeMassesOut(NumericSketch sketch, Map<Double, Tally> points) {
    List<ValueTally> cells = sketch.isExact() ? List.of() : sketch.cells();
    for (Map.Entry<Double, Tally> mass : masses.entrySet()) {
      double point = mass.getKey();
      if (!sketch.isExact()) {
        point =
            sketch.cellOf(written(point)).map(i -> place(cells.get(i).value())).orElse(Double.NaN);
      }
      long taken = mass.getValue().rows();
      points.computeIfPresent(
          point,
          // Which units are left is known only where every row is one.
          (value, tally) ->
              tally.units().count() == 0 && tally.rows() > taken
                  ? new Tally(tally.rows() - taken, Units.NONE)
                  : null);
    }
    points.keySet().removeIf(value -> !Double.isFinite(value));
  }

  /** The pieces in rising order with shares of all rows that are told. */
  private List<Piece> pieces() {
    ValueLine others = new ValueLine(rest, rule);
    IntervalFitter intervals = new IntervalFitter(type, grid, rule, others, knots);
    List<Gap> gaps = new ArrayList<>();
    double below = Double.NEGATIVE_INFINITY;
    for (Double mass : masses.keySet()) {
      if (Double.isFinite(mass)) {
        gaps.add(new Gap(below, mass, intervals.between(below, mass)));
        below = mass;
      }
    }
    gaps.add(
        new Gap(
            below, Double.POSITIVE_INFINITY, intervals.between(below, Double.POSITIVE_INFINITY)));
    gaps.removeIf(gap -> gap.stretches().isEmpty());
    return gaps.size() == 1 && rule.content().mayFollowFamily()
        ? gaps.get(0)
            .family(intervals)
            .map(family -> told(family, gaps.get(0)))
            .orElseGet(() -> told(gaps))
        : told(gaps);
  }

  /** What lies strictly between two point masses. */
  private record Gap(double below, double above, List<Stretch> stretches) {
    long rows() {
      return stretches.stream().mapToLong(Stretch::rows).sum();
    }

    Optional<FamilyInterval> family(IntervalFitter intervals) {
      return intervals.family(below, above, stretches, rows());
    }
  }

  private List<Piece> told(List<Gap> gaps) {
    List<Stretch> stretches = new ArrayList<>(pointMasses());
    gaps.forEach(gap -> stretches.addAll(gap.stretches()));
    long told = stretches.stream().mapToLong(Stretch::rows).sum();
    return sorted(stretches.stream().map(stretch -> segment(stretch, told)).toList());
  }

  private List<Piece> told(FamilyInterval family, Gap gap) {
    List<Stretch> others = pointMasses();
    long told = gap.rows() + others.stream().mapToLong(Stretch::rows).sum();
    List<Piece> pieces = new ArrayList<>();
    others.forEach(stretch -> pieces.add(segment(stretch, told)));
    pieces.add(family.withWeight(Rounding.share(gap.rows(), told)));
    return sorted(pieces);
  }

  private List<Stretch> pointMasses() {
    return masses.entrySet().stream()
        .map(
            mass ->
                Stretch.even(
                    mass.getKey(),
                    mass.getKey(),
                    rule.count(mass.getValue(), "at " + mass.getKey())))
        .toList();
  }

  private Piece segment(Stretch stretch, long told) {
    return new Segment(
        written(stretch.low()),
        written(stretch.high()),
        Rounding.share(stretch.rows(), told),
        stretch.spread());
  }

  private static List<Piece> sorted(List<? extends Piece> pieces) {
    return pieces.stream()
        .map(Piece.class::cast)
        .sorted(Comparator.comparingDouble(Piece::low).thenComparingDouble(Piece::high))
        .toList();
  }
}
