package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Marginal;

/**
 * Finds the segment under a u, in constant time on average: a guide table gives the segment at the
 * start of each of G equal cells of the u-scale, from where a search goes upwards (Chen and Asau
 * 1974). With G of at least twice the number of segments the search makes less than one and a half
 * comparisons on average.
 */
final class SegmentIndex {
  private final double[] edges;
  private final int[] guide;
  private final int segments;

  private SegmentIndex(double[] edges, int[] guide) {
    this.edges = edges;
    this.guide = guide;
    this.segments = edges.length - 2;
  }

  static SegmentIndex of(Marginal marginal) {
    double[] inner = marginal.edges();
    double[] edges = new double[inner.length + 1];
    System.arraycopy(inner, 0, edges, 0, inner.length);
    // The stretch of the nulls never ends, so that the search needs no other bound.
    edges[inner.length] = Double.POSITIVE_INFINITY;
    int[] guide = new int[Integer.highestOneBit(inner.length) * 4];
    int segment = 0;
    for (int cell = 0; cell < guide.length; cell++) {
      while ((double) cell / guide.length >= edges[segment + 1]) {
        segment++;
      }
      guide[cell] = segment;
    }
    return new SegmentIndex(edges, guide);
  }

  /** The number of segments, which is also what {@link #find} returns for a null. */
  int segments() {
    return segments;
  }

  /** Where a segment starts. */
  double start(int segment) {
    return edges[segment];
  }

  /** How much of the u-scale a segment takes. */
  double width(int segment) {
    return edges[segment + 1] - edges[segment];
  }

  /** The segment that holds u in [0, 1). */
  int find(double u) {
    int segment = guide[(int) (u * guide.length)];
    while (u >= edges[segment + 1]) {
      segment++;
    }
    return segment;
  }
}
