package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Gives a marginal of whole numbers a mean.
 *
 * <p>First the last interval, whose largest values are not told, becomes as long as the mean calls
 * for, if each segment has its share of the source's rows. Then the weights w of all segments
 * become w exp(t m), where m is the segment's mean and t is chosen so that the mean is met: of all
 * weights with this mean, these are the nearest to the first ones in relative entropy (exponential
 * tilting).
 */
public final class MeanMatch {
  /** What is told of the last interval has two digits. */
  private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  /** An interval grows to this many times its length at most. */
  private static final double LONGEST = 8;

  /** Quantiles at whose mean an interval's mean is read. */
  private static final int QUANTILES = 256;

  private static final int BISECTIONS = 60;

  private MeanMatch() {}

  /**
   * The marginal with this mean, or with the nearest one that its segments allow.
   *
   * @param marginal without nulls
   * @param counts how many rows of the source have each value
   * @param mean the mean, not negative
   */
  public static NumericMarginal of(
      NumericMarginal marginal, SortedMap<Long, Long> counts, double mean) {
    if (marginal.segmentCount() < 2 || marginal.nullProbability() > 0) {
      return marginal;
    }
    List<Segment> segments = new ArrayList<>(marginal.segments());
    int last = segments.size() - 1;
    segments.set(last, stretched(marginal, counts, mean));
    return marginal.withSegments(tilted(segments, mean));
  }

  private static Segment stretched(
      NumericMarginal marginal, SortedMap<Long, Long> counts, double mean) {
    int last = marginal.segmentCount() - 1;
    Segment top = marginal.segments().get(last);
    double[] rows = new double[last + 1];
    double all = 0;
    for (var entry : counts.entrySet()) {
      rows[marginal.segmentOf(entry.getKey())] += entry.getValue();
      all += entry.getValue();
    }
    if (top.isAtom() || rows[last] == 0) {
      return top;
    }
    double others = 0;
    for (int i = 0; i < last; i++) {
      others += rows[i] * mean(marginal.segments().get(i));
    }
    double wanted = (mean * all - others) / rows[last];
    double low = 0;
    double high = LONGEST;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      boolean longer = mean(longer(top, middle)) < wanted;
      low = longer ? middle : low;
      high = longer ? high : middle;
    }
    Segment below = longer(top, low);
    Segment above = longer(top, high);
    return wanted - mean(below) < mean(above) - wanted ? below : above;
  }

  /** The interval with another length, its upper end as a number of few digits. */
  private static Segment longer(Segment top, double times) {
    double end = top.low() + (top.high() - top.low()) * times;
    double round =
        new BigDecimal(end - top.low())
            .round(DIGITS)
            .setScale(0, RoundingMode.HALF_UP)
            .doubleValue();
    return round < 1
        ? new Segment(top.low(), top.low() + 1, top.weight(), Spread.EVEN)
        : new Segment(top.low(), top.low() + round, top.weight(), top.spread());
  }

  private static double mean(Segment segment) {
    if (segment.isAtom()) {
      return segment.low();
    }
    double sum = 0;
    for (int i = 0; i < QUANTILES; i++) {
      sum += segment.quantile((i + 0.5) / QUANTILES);
    }
    return sum / QUANTILES;
  }

  private static List<Segment> tilted(List<Segment> segments, double mean) {
    double[] means = segments.stream().mapToDouble(MeanMatch::mean).toArray();
    double range = means[means.length - 1] - means[0];
    if (!(mean > means[0] && mean < means[means.length - 1])) {
      return segments;
    }
    double low = -BISECTIONS / range;
    double high = BISECTIONS / range;
    double[] weights = new double[means.length];
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      boolean more = weigh(segments, means, middle, weights) < mean;
      low = more ? middle : low;
      high = more ? high : middle;
    }
    List<Segment> tilted = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      Segment of = segments.get(i);
      double weight = Math.max(Rounding.share(weights[i]), Double.MIN_NORMAL);
      tilted.add(new Segment(of.low(), of.high(), weight, of.spread()));
    }
    return tilted;
  }

  /** Writes the tilted weights, which sum to 1, and returns their mean. */
  private static double weigh(
      List<Segment> segments, double[] means, double tilt, double[] weights) {
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      // From the middle, so that nothing overflows.
      double from = means[i] - (means[0] + means[means.length - 1]) / 2;
      weights[i] = segments.get(i).weight() * Math.exp(tilt * from);
      all += weights[i];
    }
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= all;
      mean += weights[i] * means[i];
    }
    return mean;
  }
}
