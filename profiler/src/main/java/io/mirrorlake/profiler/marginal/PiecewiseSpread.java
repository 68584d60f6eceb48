package io.mirrorlake.profiler.marginal;

import java.util.ArrayList;
import java.util.List;

/**
 * A spread whose quantile function is a polygon: from (0, 0) by some corners to (1, 1).
 *
 * @param shares the corners' shares of the interval's values, rising, in (0, 1)
 * @param positions the corners' places in the interval, rising, in [0, 1]
 */
public record PiecewiseSpread(List<Double> shares, List<Double> positions) implements Spread {
  private static final long serialVersionUID = 1L;

  public PiecewiseSpread {
    shares = List.copyOf(shares);
    positions = List.copyOf(positions);
    boolean valid = !shares.isEmpty() && shares.size() == positions.size();
    for (int i = 0; valid && i <= shares.size(); i++) {
      valid = share(shares, i - 1) < share(shares, i);
      valid &= share(positions, i - 1) <= share(positions, i);
    }
    if (!valid) {
      throw new IllegalArgumentException("a spread by " + shares + " at " + positions);
    }
  }

  private static double share(List<Double> corners, int i) {
    return i < 0 ? 0 : i < corners.size() ? corners.get(i) : 1;
  }

  @Override
  public double position(double p, double length) {
    int i = 0;
    while (i < shares.size() && shares.get(i) < p) {
      i++;
    }
    double share = share(shares, i - 1);
    double part = (p - share) / (share(shares, i) - share);
    double position = share(positions, i - 1);
    return position + part * (share(positions, i) - position);
  }

  /**
   * A segment with this spread as evenly spread ones. On a discrete grid each has two values at
   * least: none becomes a point mass.
   */
  List<Segment> parts(Segment of, Grid grid) {
    double first = grid.isDiscrete() ? grid.steps(of.low()) : of.low();
    double length = (grid.isDiscrete() ? grid.steps(of.high()) + 1 : of.high()) - first;
    double least = grid.isDiscrete() ? 2 : Double.MIN_VALUE;
    List<Segment> parts = new ArrayList<>();
    double low = first;
    double begin = 0;
    for (int i = 0; i <= shares.size(); i++) {
      double corner = first + length * share(positions, i);
      double high = grid.isDiscrete() ? Math.rint(corner) : corner;
      if (i == shares.size() || (high - low >= least && first + length - high >= least)) {
        double weight = of.weight() * (share(shares, i) - begin);
        parts.add(
            grid.isDiscrete()
                ? new Segment(grid.value(low), grid.value(high - 1), weight)
                : new Segment(low, Math.min(high, of.high()), weight));
        low = high;
        begin = share(shares, i);
      }
    }
    return parts;
  }
}
