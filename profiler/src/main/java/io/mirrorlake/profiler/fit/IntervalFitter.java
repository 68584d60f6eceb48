package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Spread;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the values between two point masses into intervals of enough units each.
 *
 * <p>An inner knot is the mean of the units around it, at least half the threshold on either side.
 * An outer end is placed so that the uniform distribution over the outermost interval keeps the
 * mean of the values in it, 2 mean - inner end: an average of at least the threshold of units, and
 * no real extreme. Towards both ends of the column the intervals become narrower, down to the
 * threshold, so that the far quantiles keep their place.
 */
final class IntervalFitter {
  /**
   * An interval, or a point where both ends are the same.
   *
   * @param low the lower end
   * @param high the upper end
   * @param rows the rows in it
   * @param spread how values are spread in it
   */
  record Stretch(double low, double high, long rows, Spread spread) {
    static Stretch even(double low, double high, long rows) {
      return new Stretch(low, high, rows, Spread.EVEN);
    }

    /** The stretch with other ends; a point has no tail. */
    Stretch between(double newLow, double newHigh) {
      return new Stretch(newLow, newHigh, rows, newHigh > newLow ? spread : Spread.EVEN);
    }
  }

  private final Grid grid;
  private final ColumnRule rule;
  private final List<ValueTally> points;
  private final long[] rowsBelow;
  private final long knotRows;
  private final ColumnType type;
  private final double floor;
  private final double ceiling;

  /**
   * @param type the type of the column
   * @param points the values that are no point masses, finite and rising
   * @param knots how many intervals to cut all of them into, roughly
   */
  IntervalFitter(ColumnType type, Grid grid, ColumnRule rule, List<ValueTally> points, int knots) {
    this.type = type;
    this.grid = grid;
    this.rule = rule;
    this.points = points;
    this.rowsBelow = new long[points.size() + 1];
    for (int i = 0; i < points.size(); i++) {
      rowsBelow[i + 1] = rowsBelow[i] + points.get(i).tally().rows();
    }
    this.knotRows = rowsBelow[points.size()] / knots;
    // That nothing is negative is a property of the column, not of one unit.
    int last = points.size() - 1;
    this.floor = last >= 0 && points.get(0).value() >= 0 ? 0 : type.least();
    this.ceiling = last >= 0 && points.get(last).value() <= 0 ? 0 : type.greatest();
  }

  /**
   * The intervals of the points strictly between two point masses; none where too few units lie
   * there.
   */
  List<Stretch> between(double below, double above) {
    int from = firstAbove(below);
    int to = from;
    while (to < points.size() && points.get(to).value() < above) {
      to++;
    }
    List<int[]> groups = groups(from, to);
    if (groups.isEmpty()) {
      return List.of();
    }
    double[] knots = knots(groups);
    List<Stretch> stretches = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double low = Math.min(Math.max(knots[g], Math.max(floor, below)), Math.min(ceiling, above));
      double high = Math.max(low, Math.min(knots[g + 1], Math.min(ceiling, above)));
      long rows = rowsBelow[groups.get(g)[1]] - rowsBelow[groups.get(g)[0]];
      stretches.add(Stretch.even(low, high, rows));
    }
    if (groups.size() > 1 && !type.kind().isTemporal()) {
      addTails(stretches, groups, below, above);
    }
    return separated(stretches, below, above);
  }

  /** Gives the outermost intervals of the column tails where their values thin out. */
  private void addTails(List<Stretch> stretches, List<int[]> groups, double below, double above) {
    OuterTails tails = new OuterTails(grid, points, rowsBelow, floor, ceiling);
    int from = groups.get(0)[0];
    int last = groups.size() - 1;
    int to = groups.get(last)[1];
    if (above == Double.POSITIVE_INFINITY) {
      double threshold = stretches.get(last).low();
      tails
          .tail(from, to, mean(groups.get(last)) - threshold, stretches.get(last))
          .ifPresent(tail -> stretches.set(last, tail));
    }
    if (below == Double.NEGATIVE_INFINITY) {
      double threshold = stretches.get(0).high();
      tails
          .tail(from, to, mean(groups.get(0)) - threshold, stretches.get(0))
          .ifPresent(tail -> stretches.set(0, tail));
    }
  }

  /** The ends of the groups: rising, one more than there are groups. */
  private double[] knots(List<int[]> groups) {
    int last = groups.size() - 1;
    double[] knots = new double[last + 2];
    for (int g = 1; g <= last; g++) {
      double width = mean(groups.get(g)) - mean(groups.get(g - 1));
      knots[g] = Rounding.end(knotAt(groups.get(g)[0]), width);
    }
    double first = mean(groups.get(0));
    double greatest = mean(groups.get(last));
    double reach = last == 0 ? halfWidth(groups.get(0), first) : first - knots[1];
    knots[0] = Rounding.end(first - Math.abs(reach), Math.abs(reach));
    reach = last == 0 ? reach : greatest - knots[last];
    knots[last + 1] = Rounding.end(greatest + Math.abs(reach), Math.abs(reach));
    for (int g = 1; g < knots.length; g++) {
      knots[g] = Math.max(knots[g], knots[g - 1]);
    }
    return knots;
  }

  private int firstAbove(double value) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).value() > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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
      tally = rule.join(tally, points.get(i).tally());
      long outside = Math.min(rowsBelow[start], rowsBelow[points.size()] - rowsBelow[i + 1]);
      long wanted = Math.max(rule.threshold(), Math.min(knotRows, outside / 2));
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

  private double mean(int[] group) {
    double sum = 0;
    for (int i = group[0]; i < group[1]; i++) {
      sum += points.get(i).value() * points.get(i).tally().rows();
    }
    return sum / (rowsBelow[group[1]] - rowsBelow[group[0]]);
  }

  /**
   * Half the width of the uniform distribution with the group's standard deviation s: s sqrt(3).
   */
  private double halfWidth(int[] group, double mean) {
    double squares = 0;
    for (int i = group[0]; i < group[1]; i++) {
      double difference = points.get(i).value() - mean;
      squares += difference * difference * points.get(i).tally().rows();
    }
    return Math.sqrt(3 * squares / (rowsBelow[group[1]] - rowsBelow[group[0]]));
  }

  /** The mean of the units on both sides of the cut before point {@code at}. */
  private double knotAt(int at) {
    return (side(at - 1, -1) + side(at, 1)) / 2;
  }

  private double side(int start, int step) {
    double sum = 0;
    long rows = 0;
    Tally tally = Tally.ZERO;
    int half = (rule.threshold() + 1) / 2;
    for (int i = start; i >= 0 && i < points.size() && tally.unitCount() < half; i += step) {
      ValueTally point = points.get(i);
      long taken = Math.min(point.tally().rows(), Math.max(half - rows, 1));
      sum += point.value() * taken;
      rows += taken;
      tally = rule.join(tally, point.tally());
    }
    return sum / rows;
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
    double next = Double.isFinite(below) ? grid.steps(below) + 1 : below;
    double end = Double.isFinite(above) ? grid.steps(above) - 1 : above;
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
    double exact = value / grid.spacing();
    // A knot on the grid is on it whatever the division's rounding says.
    return Math.abs(exact - steps) < 1e-6 ? steps : exact;
  }
}
