package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values in rising order and the rows that have them. */
final class ValueLine {
  private final List<ValueTally> points;
  private final long[] rowsBelow;
  private final ColumnRule rule;

  ValueLine(List<ValueTally> points, ColumnRule rule) {
    this.points = List.copyOf(points);
    this.rule = rule;
    this.rowsBelow = new long[points.size() + 1];
    for (int i = 0; i < points.size(); i++) {
      rowsBelow[i + 1] = rowsBelow[i] + points.get(i).tally().rows();
    }
  }

  int size() {
    return points.size();
  }

  double value(int i) {
    return points.get(i).value();
  }

  /** The rows of the points [from, to). */
  long rows(int from, int to) {
    return rowsBelow[to] - rowsBelow[from];
  }

  Tally tally(int i) {
    return points.get(i).tally();
  }

  /** The points [from, to) together. */
  Tally tally(int from, int to) {
    return points.subList(from, to).stream().map(ValueTally::tally).reduce(Tally.ZERO, rule::join);
  }

  /** The first point above a value. */
  int firstAbove(double value) {
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

  /** The first point at or above a value. */
  int firstFrom(double value) {
    int above = firstAbove(value);
    return above > 0 && points.get(above - 1).value() == value ? above - 1 : above;
  }

  /**
   * The mean of a part of the points [from, to), by their rank: of those between the first share
   * and the second. What lies outside does not count, however far; a unit counts once, however many
   * rows it has.
   */
  double mean(int from, int to, double first, double second) {
    double[] weights = weights(from, to);
    double all = Arrays.stream(weights).sum();
    double sum = 0;
    double weight = 0;
    double below = 0;
    for (int i = from; i < to; i++) {
      double above = below + weights[i - from];
      double taken = Math.max(0, Math.min(above, second * all) - Math.max(below, first * all));
      sum += taken * points.get(i).value();
      weight += taken;
      below = above;
    }
    return sum / weight;
  }

  /** The units of the points [from, to), or the rows where every row is one. */
  double weight(int from, int to) {
    return Arrays.stream(weights(from, to)).sum();
  }

  /** For each point the units that have it, each divided by the number of points it has. */
  private double[] weights(int from, int to) {
    Map<Long, Integer> pointsOfUnit = new HashMap<>();
    for (ValueTally point : points.subList(from, to)) {
      point.tally().units().forEach(unit -> pointsOfUnit.merge(unit, 1, Integer::sum));
    }
    double[] weights = new double[to - from];
    for (int i = 0; i < weights.length; i++) {
      Tally tally = points.get(from + i).tally();
      int at = i;
      tally.units().forEach(unit -> weights[at] += 1.0 / pointsOfUnit.getOrDefault(unit, 1));
      weights[i] = tally.units().count() == 0 ? (double) tally.rows() : weights[i];
    }
    return weights;
  }

  /** The mean of as many units on one side of a cut as are half the threshold. */
  double side(int start, int step) {
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
}
