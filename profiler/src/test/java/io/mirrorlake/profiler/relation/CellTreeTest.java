package io.mirrorlake.profiler.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CellTreeTest {
  private static int cell(CellTree tree, double... row) {
    CellTree at = tree;
    while (at instanceof CellTree.Split split) {
      at = row[split.feature()] < split.threshold() ? split.below() : split.above();
    }
    return ((CellTree.Leaf) at).cell();
  }

  @Test
  void everyCellHasEnoughParentsAndIsCountedRight() {
    SplittableRandom random = new SplittableRandom(5);
    double[] popularity = random.doubles(1000).map(u -> Math.floor(1 / (1 - u))).toArray();
    double[] size = random.doubles(1000).toArray();

    CellTree tree = CellTree.of(List.of(popularity, size), List.of(3.0, 1.0), 20);

    List<CellTree.Leaf> leaves = tree.leaves();
    assertThat(leaves).extracting(CellTree.Leaf::parents).allMatch(parents -> parents >= 20);
    assertThat(leaves.stream().mapToLong(CellTree.Leaf::parents).sum()).isEqualTo(1000);
    assertThat(leaves).extracting(CellTree.Leaf::cell).isSorted();
    assertThat(leaves).hasSizeBetween(25, 50);
    int[] counts = new int[leaves.size()];
    for (int row = 0; row < 1000; row++) {
      counts[cell(tree, popularity[row], size[row])]++;
    }
    assertThat(Arrays.stream(counts).asLongStream().boxed().toList())
        .isEqualTo(leaves.stream().map(CellTree.Leaf::parents).toList());
  }

  @Test
  void whatMattersMoreIsCutFirst() {
    SplittableRandom random = new SplittableRandom(6);
    double[] a = random.doubles(100).toArray();
    double[] b = random.doubles(100).toArray();

    assertThat(((CellTree.Split) CellTree.of(List.of(a, b), List.of(1.0, 3.0), 10)).feature())
        .isEqualTo(1);
    assertThat(((CellTree.Split) CellTree.of(List.of(a, b), List.of(3.0, 1.0), 10)).feature())
        .isEqualTo(0);
  }

  @Test
  void equalRowsStayInOneCell() {
    CellTree tree = CellTree.of(List.of(new double[100]), List.of(1.0), 10);

    assertThat(tree).isEqualTo(new CellTree.Leaf(0, 100));
  }

  @Test
  void fewRowsStayInOneCell() {
    CellTree tree = CellTree.of(List.of(new double[] {1, 2, 3}), List.of(1.0), 10);

    assertThat(tree).isEqualTo(new CellTree.Leaf(0, 3));
  }
}
