package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Marginal;
import java.util.List;

/**
 * Neighbouring segments of a marginal taken together: the codes by which other rows know a value.
 */
public final class SegmentGroups {
  private final double[] starts;
  private final int[] guide;

  private SegmentGroups(double[] starts, int[] guide) {
    this.starts = starts;
    this.guide = guide;
  }

  /**
   * The groups.
   *
   * @param first the first segment of each group, from 0 on and rising; the segment after the
   *     marginal's last is that of the nulls
   */
  public static SegmentGroups of(Marginal marginal, List<Integer> first) {
    double[] edges = marginal.edges();
    double[] starts = new double[first.size() + 1];
    for (int i = 0; i < first.size(); i++) {
      starts[i] = edges[first.get(i)];
    }
    starts[first.size()] = Double.POSITIVE_INFINITY;
    // As in a SegmentIndex: the group at the start of each of so many cells of the u-scale.
    int[] guide = new int[Integer.highestOneBit(first.size()) * 4];
    int group = 0;
    for (int cell = 0; cell < guide.length; cell++) {
      while ((double) cell / guide.length >= starts[group + 1]) {
        group++;
      }
      guide[cell] = group;
    }
    return new SegmentGroups(starts, guide);
  }

  /** The group of the segment that holds u in [0, 1). */
  public int find(double u) {
    int group = guide[(int) (u * guide.length)];
    while (u >= starts[group + 1]) {
      group++;
    }
    return group;
  }
}
