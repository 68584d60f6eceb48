package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Marginal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Neighbouring segments of a marginal taken together: the codes by which other rows know a value.
 */
public final class SegmentGroups {
  /** No code: the segment does not decide. */
  public static final int OPEN = -1;

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
    return decided(marginal, positions, position -> decided.find(position.orElseThrow()));
  }

  /** The same with {@link #OPEN} for a segment of which each text decides for itself. */
  public static SegmentGroups decidedIfKnown(
      Marginal marginal, LookupPositions positions, SegmentGroups decided) {
    return decided(
        marginal,
        positions,
        position -> position.isPresent() ? decided.find(position.getAsDouble()) : OPEN);
  }

  private static SegmentGroups decided(
      Marginal marginal, LookupPositions positions, ToIntFunction<OptionalDouble> code) {
    List<Integer> segments = IntStream.rangeClosed(0, marginal.segmentCount()).boxed().toList();
    return of(
        marginal, segments, segments.stream().map(positions::position).mapToInt(code).toArray());
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
