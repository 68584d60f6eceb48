package io.mirrorlake.profiler.relation;

import java.util.List;

/**
 * How the children of a cell are spread over its parents: the Lorenz curve of the children, as runs
 * of parents with equal shares. With n parents and S children, the parents below x n have S F(x)
 * children, where F is the piecewise linear function through the cumulated runs.
 *
 * @param runs the runs in the order in which the parents lie, at least one; shares sum to 1
 */
public record FanOutLaw(List<Run> runs) {
  /** Shares are told with rounding errors of as many doubles as there are runs. */
  private static final double TOLERANCE = 1e-6;

  public FanOutLaw {
    runs = List.copyOf(runs);
    double sum = runs.stream().mapToDouble(Run::share).sum();
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("the runs of a fan-out have shares of sum " + sum);
    }
  }

  /** All parents have equally many children. */
  public static FanOutLaw even() {
    return new FanOutLaw(List.of(new Run(1, 1)));
  }

  /** How many children a parent has on average. */
  public double mean() {
    return runs.stream().mapToDouble(run -> run.share() * run.children()).sum();
  }
}
