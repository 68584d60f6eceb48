package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.FamilyInterval;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the values between two point masses into intervals of enough units each.
 *
 * <p>An inner knot is the mean of the units around it, at least half the threshold on either side,
 * moved in secret by up to a quarter of the distance between knots and told as a round number. An
 * outer end is placed so that the uniform distribution over the outermost interval keeps the mean
 * of the middle half of its values, 2 mean - inner end, and then moved likewise: no single value
 * has a say in it, however far out it lies. The rows between the ends that are told are counted
 * afresh. Towards both ends of the column the intervals become narrower, down to the threshold, so
 * that the far quantiles keep their place.
 */
final class IntervalFitter {
  /** How far a knot may move in both directions together, in distances between knots. */
  private static final double MOVE = 0.5;

  /** Fewer rows than so many bases would be told with an error of a third and more. */
  private static final long LEAST_BASES = 2;

  /**
   * The middle of the outermost interval lies further out than that of the next by this factor at
   * most: in even distributions by 1, in exponential ones by 2.3, where the mean does not exist, 3.
   */
  private static final double MOST_REACH = 4;

  /** The grid of the line. */
  private final Grid grid;

  private final Notation notation;
  private final ColumnRule rule;
  private final ValueLine line;
  private final long knotRows;
  private final ColumnType type;
  private final double floor;
  private final double ceiling;

  /**
   * @param type the type of the column
   * @param grid the grid of the column; where its digits are dates or times, the line and all
   *     intervals are places on the notation's line
   * @param line the values that are no point masses, finite and rising
   * @param knots how many intervals to cut all of them into, roughly
   */
  IntervalFitter(ColumnType type, Grid grid, ColumnRule rule, ValueLine line, double knots) {
    this.type = type;
    this.grid = grid.withNotation(Notation.NUMBER);
    this.notation = grid.notation();
    this.rule = rule;
    this.line = line;
    int size = line.size();
    this.knotRows = (long) (line.rows(0, size) / knots);
    // That nothing is negative is a property of the column, not of a few units.
    boolean above = !rule.allows(line.tally(0, line.firstFrom(0)));
    boolean below = !rule.allows(line.tally(line.firstAbove(0), size));
    this.floor = Math.max(notation.first(), size > 0 && above && !below ? 0 : type.least());
    this.ceiling = Math.min(notation.last(), size > 0 && below && !above ? 0 : type.greatest());
  }

  /**
   * The intervals of the points strictly between two point masses; none where too few units lie
   * there.
   */
  List<Stretch> between(double below, double above) {
    int from = line.firstAbove(below);
    int to = line.firstFrom(above);
    List<int[]> groups = groups(from, to);
    if (groups.isEmpty()) {
      return List.of();
    }
    double[] knots = knots(groups);
    List<Stretch> placed = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double low = Math.min(Math.max(knots[g], Math.max(floor, below)), Math.min(ceiling, above));
      double high = Math.max(low, Math.min(knots[g + 1], Math.min(ceiling, above)));
      placed.add(Stretch.even(low, high, 0));
    }
    List<Stretch> counted = counted(separated(placed, below, above), from, to);
    if (counted.size() > 1 && !type.kind().isTemporal()) {
      addTails(counted, below, above);
    }
    return separated(counted, below, above);
  }

  /** The law that the points strictly between two point masses follow, if they follow one. */
  Optional<FamilyInterval> family(double below, double above, List<Stretch> stretches, long rows) {
    if (!type.kind().isNumber() || notation != Notation.NUMBER) {
      return Optional.empty();
    }
    ToldFamily told = new ToldFamily(grid, rule);
    long bases = LEAST_BASES * rule.base(line.tally(0, line.size()));
    double partRows = Math.max(Math.max(knotRows, bases), rule.threshold());
    ToldFamily.Bounds bounds = new ToldFamily.Bounds(floor, ceiling, below, above);
    return new FamilyFitter(rule, grid.spacing())
        .fit(line, line.firstAbove(below), line.firstFrom(above), stretches)
        .flatMap(fit -> told.interval(told.law(fit), rows, partRows, bounds));
  }

  /** Gives the outermost intervals of the column tails where their values thin out. */
  private void addTails(List<Stretch> stretches, double below, double above) {
    OuterTails tails = new OuterTails(grid, rule, line, floor, ceiling);
    int from = line.firstAbove(below);
    int to = line.firstFrom(above);
    int last = stretches.size() - 1;
    if (above == Double.POSITIVE_INFINITY) {
      tails.tail(from, to, true, stretches.get(last)).ifPresent(t -> stretches.set(last, t));
    }
    if (below == Double.NEGATIVE_INFINITY) {
      tails.tail(from, to, false, stretches.get(0)).ifPresent(t -> stretches.set(0, t));
    }
  }

  /** The ends of the groups: rising, one more than there are groups. */
  private double[] knots(List<int[]> groups) {
    int last = groups.size() - 1;
    double[] knots = new double[last + 2];
    for (int g = 1; g <= last; g++) {
      double distance = middle(groups.get(g)) - middle(groups.get(g - 1));
      knots[g] = moved(knotAt(groups.get(g)[0]), distance, "knot " + groups.get(g)[0]);
    }
    double low = last == 0 ? halfWidth(groups.get(0)) : reach(groups, 0, 1, knots[1]);
    double high = last == 0 ? low : reach(groups, last, last - 1, knots[last]);
    double center = middle(groups.get(0));
    double from = last == 0 ? center - low : knots[1] - 2 * low;
    double to = last == 0 ? center + high : knots[last] + 2 * high;
    knots[0] = moved(from, low, "from " + groups.get(0)[0]);
    knots[last + 1] = moved(to, high, "to " + groups.get(last)[1]);
    for (int g = 1; g < knots.length; g++) {
      knots[g] = Math.max(knots[g], knots[g - 1]);
    }
    return knots;
  }

  /**
   * How far the middle of the outermost group lies beyond its inner end; of values that are ever so
   * far, not more than the next group's calls for.
   */
  private double reach(List<int[]> groups, int outermost, int next, double inner) {
    int[] group = groups.get(outermost);
    int[] neighbour = groups.get(next);
    double most =
        MOST_REACH
            * Math.abs(middle(neighbour) - inner)
            * line.weight(group[0], group[1])
            / line.weight(neighbour[0], neighbour[1]);
    return Math.min(most, Math.abs(middle(group) - inner));
  }

  private double moved(double end, double distance, String item) {
    return Rounding.end(rule.rounding().number(end, MOVE * distance, item), distance);
  }

  /**
   * Neighbouring points in groups [from, to) that may be told; the rest of the run joins the last
   * group.
   */
  private List<int[]> groups(int from, int to) {
    List<int[]> groups = new ArrayList<>();
    int start = from;
    Tally tally = Tally.ZERO;
    for (int i = from; i < to; i++) {
      tally = rule.join(tally, line.tally(i));
      long outside = Math.min(line.rows(0, start), line.rows(i + 1, line.size()));
      long knot = Math.max(knotRows, LEAST_BASES * rule.base(tally));
      long wanted = Math.max(rule.threshold(), Math.min(knot, outside / 2));
      if (rule.allows(tally) && tally.rows() >= wanted) {
        groups.add(new int[] {start, i + 1});
        start = i + 1;
        tally = Tally.ZERO;
      }
    }
    if (start < to && !groups.isEmpty()) {
      groups.get(groups.size() - 1)[1] = to;
    }
    return groups;
  }

  /** The mean of the middle half of a group's values. */
  private double middle(int[] group) {
    return line.mean(group[0], group[1], 0.25, 0.75);
  }

  /** Half the width of the uniform distribution with the group's quartiles: their distance. */
  private double halfWidth(int[] group) {
    return line.mean(group[0], group[1], 0.625, 0.875)
        - line.mean(group[0], group[1], 0.125, 0.375);
  }

  /** The mean of the units on both sides of the cut before point {@code at}. */
  private double knotAt(int at) {
    return (line.side(at - 1, -1) + line.side(at, 1)) / 2;
  }

  /**
   * The stretches with the rows of the points [from, to) that lie in them, as they are told. Where
   * too few units lie in one, it is joined with the next; where values beyond the outer ends are
   * left, they count with the outermost.
   */
  private List<Stretch> counted(List<Stretch> stretches, int from, int to) {
    List<Stretch> counted = new ArrayList<>();
    int start = from;
    double low = stretches.get(0).low();
    int begin = from;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      int end = i == stretches.size() - 1 ? to : Math.max(start, line.firstAbove(stretch.high()));
      if (isTold(start, end, low, stretch.high())) {
        counted.add(even(low, stretch.high(), start, end));
        begin = start;
        start = end;
        low = i == stretches.size() - 1 ? low : stretches.get(i + 1).low();
      }
    }
    if (start < to && !counted.isEmpty()) {
      int last = counted.size() - 1;
      double high = stretches.get(stretches.size() - 1).high();
      counted.set(last, even(counted.get(last).low(), high, begin, to));
    }
    return counted;
  }

  private Stretch even(double low, double high, int from, int to) {
    return Stretch.even(low, high, rule.count(line.tally(from, to), "from " + low));
  }

  /** Whether enough units have these points, and a single point all of them. */
  private boolean isTold(int from, int to, double low, double high) {
    boolean known = high > low || (to == from + 1 && line.value(from) == low);
    return known && rule.allows(line.tally(from, to));
  }

  /**
   * On a discrete grid, moves the ends onto it so that no value belongs to two intervals or to a
   * point mass as well.
   */
  private List<Stretch> separated(List<Stretch> stretches, double below, double above) {
    if (!grid.isDiscrete()) {
      return stretches;
    }
    List<Stretch> separated = new ArrayList<>();
    double next = Double.isFinite(below) ? Math.floor(unsnapped(below)) + 1 : below;
    double end = Double.isFinite(above) ? Math.ceil(unsnapped(above)) - 1 : above;
    for (Stretch stretch : stretches) {
      double low = Math.max(next, Math.ceil(unsnapped(stretch.low())));
      double high = Math.max(low, Math.min(end, Math.floor(unsnapped(stretch.high()))));
      separated.add(stretch.between(grid.value(low), grid.value(high)));
      next = high + 1;
    }
    return separated;
  }

  private double unsnapped(double value) {
    double steps = grid.steps(value);
    double exact = grid.place(value);
    // A knot on the grid is on it whatever the division's rounding says.
    return Math.abs(exact - steps) < 1e-6 ? steps : exact;
  }
}
