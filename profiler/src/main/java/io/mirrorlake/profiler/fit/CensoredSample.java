package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Values of an interval whose outermost, of as many units as the threshold on each side, are only
 * counted: where they lie is not looked at.
 *
 * @param values the others in rising order, or means of neighbouring ones
 * @param rows how many rows have each
 * @param below how many rows lie below them
 * @param beyond how many lie above them
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record CensoredSample(double[] values, double[] rows, double below, double beyond) {
  /**
   * Neighbours are joined as long as there are so many groups, and 32 beyond each. A group's mean
   * lies off its middle rank by a thousandth of the ranks' own error in a million rows.
   */
  private static final int GROUPS = 512;

  private static final int GROUPS_BEYOND = 32;

  /** By how many of the law's own quantiles the outermost values are replaced. */
  private static final int QUANTILES = 16;

  /** The values of the points [from, to), or empty where these are too few. */
  static Optional<CensoredSample> of(ValueLine line, int from, int to, ColumnRule rule) {
    int first = safe(line, from, to, 1, rule);
    int last = safe(line, to - 1, from - 1, -1, rule);
    if (last - first < QUANTILES) {
      return Optional.empty();
    }
    double all = line.rows(from, to);
    List<double[]> groups = new ArrayList<>();
    double sum = 0;
    long joined = 0;
    for (int i = first; i <= last; i++) {
      long own = line.rows(i, i + 1);
      sum += line.value(i) * own;
      joined += own;
      double outside = Math.min(line.rows(from, i + 1), line.rows(i, to));
      if (i == last || joined >= Math.min(all / GROUPS, outside / GROUPS_BEYOND)) {
        groups.add(new double[] {sum / joined, joined});
        sum = 0;
        joined = 0;
      }
    }
    return Optional.of(
        new CensoredSample(
            groups.stream().mapToDouble(group -> group[0]).toArray(),
            groups.stream().mapToDouble(group -> group[1]).toArray(),
            line.rows(from, first),
            line.rows(last + 1, to)));
  }

  /** The first point that enough units lie before. */
  private static int safe(ValueLine line, int start, int end, int step, ColumnRule rule) {
    Tally outside = Tally.ZERO;
    int at = start;
    for (; at != end && !rule.allows(outside); at += step) {
      outside = rule.join(outside, line.tally(at));
    }
    return at;
  }

  /** All rows. */
  double size() {
    return below + Arrays.stream(rows).sum() + beyond;
  }

  double first() {
    return values[0];
  }

  double last() {
    return values[values.length - 1];
  }

  /** The value that a share of the rows does not exceed, to a group. */
  double quantile(double share) {
    double left = share * size() - below;
    int i = 0;
    for (; i < values.length - 1 && left > rows[i]; i++) {
      left -= rows[i];
    }
    return values[i];
  }

  /** The values without the outermost. */
  WeightedValues inner() {
    return new WeightedValues(values, rows);
  }

  /**
   * The values with quantiles of a law, those of the outermost ranks, in place of the outermost.
   */
  WeightedValues completed(ContinuousDistribution law) {
    double size = size();
    return new WeightedValues(
        join(
            IntStream.range(0, QUANTILES)
                .mapToDouble(
                    i -> law.inverseCumulativeProbability((i + 0.5) / QUANTILES * below / size))
                .toArray(),
            values,
            IntStream.range(0, QUANTILES)
                .mapToDouble(
                    i -> law.inverseSurvivalProbability((i + 0.5) / QUANTILES * beyond / size))
                .toArray()),
        join(even(below), rows, even(beyond)));
  }

  private static double[] even(double rows) {
    double[] even = new double[QUANTILES];
    Arrays.fill(even, rows / QUANTILES);
    return even;
  }

  private static double[] join(double[] low, double[] middle, double[] high) {
    double[] all = Arrays.copyOf(low, low.length + middle.length + high.length);
    System.arraycopy(middle, 0, all, low.length, middle.length);
    System.arraycopy(high, 0, all, low.length + middle.length, high.length);
    return all;
  }

  /** The logarithm of the probability density of this sample under a law. */
  double logLikelihood(ContinuousDistribution law) {
    double sum =
        below * Math.log(law.cumulativeProbability(first()))
            + beyond * Math.log(law.survivalProbability(last()));
    for (int i = 0; i < values.length; i++) {
      sum += rows[i] * law.logDensity(values[i]);
    }
    return sum;
  }

  /**
   * How far the sample lies from a law, by Anderson and Darling (1952): n times the mean of (R -
   * F)^2 / (F (1 - F)) over the values that are not outermost, with the rank R in the middle of a
   * value's rows.
   */
  double andersonDarling(ContinuousDistribution law) {
    double size = size();
    double rank = below;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double f = law.cumulativeProbability(values[i]);
      double distance = (rank + rows[i] / 2) / size - f;
      sum += rows[i] * distance * distance / (f * law.survivalProbability(values[i]));
      rank += rows[i];
    }
    return sum;
  }
}
