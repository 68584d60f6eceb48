package io.mirrorlake.profiler.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.relation.CellTree.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CellTreeTest {
  private static int cell(CellTree tree, double... row) {
    CellTree at = tree;
    while (at instanceof CellTree.Split split) {
      at = row[split.feature()] < split.threshold() ? split.below() : split.above();
    }
    return ((CellTree.Leaf) at).cell();
  }

  private static List<Feature> features(double[] a, double ofA, double[] b, double ofB) {
    return List.of(Feature.of(a, ofA), Feature.of(b, ofB));
  }

  @Test
  void everyCellHasEnoughParentsAndIsCountedRight() {
    SplittableRandom random = new SplittableRandom(5);
    double[] popularity = random.doubles(1000).map(u -> Math.floor(1 / (1 - u))).toArray();
    double[] size = random.doubles(1000).toArray();

    CellTree tree = CellTree.of(features(popularity, 3, size, 1), CellTree.Least.rows(20));

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

    assertThat(
            ((CellTree.Split) CellTree.of(features(a, 1, b, 3), CellTree.Least.rows(10))).feature())
        .isEqualTo(1);
    assertThat(
            ((CellTree.Split) CellTree.of(features(a, 3, b, 1), CellTree.Least.rows(10))).feature())
        .isEqualTo(0);
  }

  /** A date that is told to a tenth of a percent is cut to the end, noise beside it never. */
  @Test
  void whatTellsFinelyIsCutAgainAndAgain() {
    SplittableRandom random = new SplittableRandom(7);
    double[] date = random.doubles(1000).toArray();
    double[] popularity = random.doubles(1000).toArray();

    CellTree tree = CellTree.of(features(date, 50, popularity, 1), CellTree.Least.rows(60));

    assertThat(depthOf(tree, 0)).isGreaterThanOrEqualTo(3);
    assertThat(tree.leaves()).hasSizeBetween(8, 16);
  }

  /** How many questions from the root on ask a feature and nothing else. */
  private static int depthOf(CellTree tree, int feature) {
    return tree instanceof CellTree.Split split && split.feature() == feature
        ? 1 + Math.min(depthOf(split.below(), feature), depthOf(split.above(), feature))
        : 0;
  }

  @Test
  void equalRowsStayInOneCell() {
    CellTree tree = CellTree.of(List.of(Feature.of(new double[100], 1)), CellTree.Least.rows(10));

    assertThat(tree).isEqualTo(new CellTree.Leaf(0, 100));
  }

  @Test
  void fewRowsStayInOneCell() {
    CellTree tree =
        CellTree.of(List.of(Feature.of(new double[] {1, 2, 3}, 1)), CellTree.Least.rows(10));

    assertThat(tree).isEqualTo(new CellTree.Leaf(0, 3));
  }

  /** A hundred parents of which few have children: no cell is left with fewer than 30 of these. */
  @Test
  void everyCellCountsForEnough() {
    double[] rank = IntStream.range(0, 100).asDoubleStream().toArray();
    List<Double> children = IntStream.range(0, 100).mapToObj(i -> i < 80 ? 0.5 : 10.0).toList();

    CellTree tree = CellTree.of(List.of(Feature.of(rank, 1)), new CellTree.Least(1, children, 30));

    double[] sums = new double[tree.leaves().size()];
    for (int row = 0; row < 100; row++) {
      sums[cell(tree, rank[row])] += children.get(row);
    }
    assertThat(sums).hasSizeBetween(4, 8);
    assertThat(Arrays.stream(sums).min().orElseThrow()).isGreaterThanOrEqualTo(30);
    assertThat(tree.leaves().get(0).parents()).isEqualTo(60);
  }
}
