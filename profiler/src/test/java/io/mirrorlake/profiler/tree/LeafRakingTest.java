package io.mirrorlake.profiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LeafRakingTest {
  private static double sum(List<LeafRaking.Leaf> leaves, int code) {
    return leaves.stream().mapToDouble(leaf -> leaf.rows() * leaf.distribution()[code]).sum();
  }

  private static double odds(LeafRaking.Leaf leaf) {
    return leaf.distribution()[2] / leaf.distribution()[0];
  }

  /** A small leaf has all rows of a rare code, and lost half of them. */
  @Test
  void codesGetTheRowsBackThatTheyLostByShrinking() {
    LeafRaking.Leaf small = new LeafRaking.Leaf(new double[] {0.3, 0.2, 0.5}, 20);
    LeafRaking.Leaf large = new LeafRaking.Leaf(new double[] {0.6, 0.395, 0.005}, 980);
    List<LeafRaking.Leaf> leaves = List.of(small, large);
    double before = odds(small) / odds(large);

    LeafRaking.to(new double[] {0.58, 0.4, 0.02}, leaves);

    assertThat(sum(leaves, 0)).isCloseTo(580, within(0.5));
    assertThat(sum(leaves, 1)).isCloseTo(400, within(0.5));
    assertThat(sum(leaves, 2)).isCloseTo(20, within(0.5));
    for (LeafRaking.Leaf leaf : leaves) {
      assertThat(leaf.distribution()[0] + leaf.distribution()[1] + leaf.distribution()[2])
          .isCloseTo(1, within(1e-12));
    }
    // What one leaf says of two codes and another does not is kept.
    assertThat(odds(small) / odds(large)).isCloseTo(before, within(before * 1e-9));
  }

  @Test
  void aCodeThatNoLeafHasIsGivenToNone() {
    LeafRaking.Leaf leaf = new LeafRaking.Leaf(new double[] {0.5, 0.5, 0}, 10);

    LeafRaking.to(new double[] {0.6, 0.3, 0.1}, List.of(leaf));

    assertThat(leaf.distribution()[0]).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(leaf.distribution()[2]).isZero();
  }

  @Test
  void leavesInLineStayWhatTheyAre() {
    LeafRaking.Leaf a = new LeafRaking.Leaf(new double[] {0.75, 0.25}, 10);
    LeafRaking.Leaf b = new LeafRaking.Leaf(new double[] {0.25, 0.75}, 10);

    LeafRaking.to(new double[] {0.5, 0.5}, List.of(a, b));

    assertThat(a.distribution()).containsExactly(0.75, 0.25);
    assertThat(b.distribution()).containsExactly(0.25, 0.75);
  }
}
