package io.mirrorlake.synthesizer.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentIndexTest {

  /** Weights that differ by many orders of magnitude. */
  private static NumericMarginal marginal(int segments, double nullProbability) {
    double total = 0;
    for (int i = 0; i < segments; i++) {
      total += weight(i);
    }
    List<Segment> list = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      list.add(Segment.atom(i, weight(i) / total));
    }
    return new NumericMarginal(nullProbability, Grid.INTEGERS, list);
  }

  private static double weight(int i) {
    return 1.0 / (1 + (i * 7919) % 1000);
  }

  private static int linearSearch(double[] edges, double u) {
    int segment = 0;
    while (segment < edges.length - 1 && u >= edges[segment + 1]) {
      segment++;
    }
    return segment;
  }

  @Test
  void agreesWithALinearSearch() {
    for (int segments : new int[] {1, 2, 3, 7, 8, 250, 1000}) {
      for (double q : new double[] {0, 0.1, 0.999}) {
        NumericMarginal marginal = marginal(segments, q);
        SegmentIndex index = SegmentIndex.of(marginal);
        double[] edges = marginal.edges();
        for (int i = 0; i < 10_000; i++) {
          double u = (i + 0.5) / 10_000;
          assertThat(index.find(u)).isEqualTo(linearSearch(edges, u));
        }
        for (int s = 0; s < segments; s++) {
          assertThat(index.find(edges[s])).isEqualTo(linearSearch(edges, edges[s]));
        }
        assertThat(index.find(1 - 0x1p-53)).isEqualTo(q > 0 ? segments : segments - 1);
      }
    }
  }

  @Test
  void knowsColumnsOfNullsOnly() {
    SegmentIndex index = SegmentIndex.of(new NumericMarginal(1, Grid.INTEGERS, List.of()));
    assertThat(index.segments()).isZero();
    assertThat(index.find(0)).isZero();
    assertThat(index.find(1 - 0x1p-53)).isZero();
  }
}
