package io.mirrorlake.evaluator.privacy;

import io.mirrorlake.evaluator.nearest.GowerSpace;
import io.mirrorlake.evaluator.nearest.Neighbours;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How near some rows come to a table's records.
 *
 * @param closestFifth the 5th percentile of the distance to the closest record (DCR), in units of
 *     one whole column
 * @param closestMedian its median
 * @param ratioFifth the 5th percentile of the nearest neighbour distance ratio (NNDR): the distance
 *     to the closest record over that to the second closest, 1 where both are 0
 * @param ratioMedian its median
 */
public record RecordDistances(
    double closestFifth, double closestMedian, double ratioFifth, double ratioMedian) {
  private static final double FIFTH = 0.05;
  private static final double MEDIAN = 0.5;

  /** The distances of some rows; the table they are sought in has at least two records. */
  public static RecordDistances of(Neighbours neighbours) {
    double[] closest =
        sorted(neighbours, row -> neighbours.nearest(row) / (double) GowerSpace.UNIT);
    double[] ratios = sorted(neighbours, row -> ratio(neighbours, row));
    return new RecordDistances(
        quantile(closest, FIFTH),
        quantile(closest, MEDIAN),
        quantile(ratios, FIFTH),
        quantile(ratios, MEDIAN));
  }

  private static double ratio(Neighbours neighbours, int row) {
    return neighbours.second(row) == 0
        ? 1
        : (double) neighbours.nearest(row) / neighbours.second(row);
  }

  private static double[] sorted(Neighbours neighbours, IntToDoubleFunction value) {
    double[] values = IntStream.range(0, neighbours.size()).mapToDouble(value).toArray();
    Arrays.sort(values);
    return values;
  }

  /**
   * The quantile of ascending values by linear interpolation between order statistics (type 7 of
   * Hyndman and Fan 1996), as numpy's default; {@link io.mirrorlake.evaluator.sample.Quantiles}
   * would change the published figures.
   */
  static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
