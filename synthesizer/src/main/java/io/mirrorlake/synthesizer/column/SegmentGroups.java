package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Marginal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Neighbouring segments of a marginal taken together: the codes by which other rows know a value.
 */
public final class SegmentGroups {
  private final double[] starts;
  private final int[] guide;
  private final int[] codes;

  private SegmentGroups(double[] starts, int[] guide, int[] codes) {
    this.starts = starts;
    this.guide = guide;
    this.codes = codes;
  }

  /**
   * The groups.
   *
   * @param first the first segment of each group, from 0 on and rising; the segment after the
   *     marginal's last is that of the nulls
   */
  public static SegmentGroups of(Marginal marginal, List<Integer> first) {
    return of(marginal, first, IntStream.range(0, first.size()).toArray());
  }

  /**
   * The groups of a looked-up column, by the positions of the column that decides it.
   *
   * @param marginal the marginal of the column that decides
   * @param positions the looked-up column's positions, which all segments decide
   * @param decided the groups of the looked-up column's positions
   */
  public static SegmentGroups decided(
      Marginal marginal, LookupPositions positions, SegmentGroups decided) {
    List<Integer> segments = IntStream.rangeClosed(0, marginal.segmentCount()).boxed().toList();
    int[] codes =
        segments.stream()
            .mapToInt(segment -> decided.find(positions.position(segment).orElseThrow()))
            .toArray();
    return of(marginal, segments, codes);
  }

  private static SegmentGroups of(Marginal marginal, List<Integer> first, int[] codes) {
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
    return new SegmentGroups(starts, guide, codes);
  }

  /** The code of the segment that holds u in [0, 1). */
  public int find(double u) {
    int group = guide[(int) (u * guide.length)];
    while (u >= starts[group + 1]) {
      group++;
    }
    return codes[group];
  }
}
