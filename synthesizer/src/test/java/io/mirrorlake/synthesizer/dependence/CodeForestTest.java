package io.mirrorlake.synthesizer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.synthesizer.column.Tile;
import io.mirrorlake.synthesizer.dependence.ForestBuilder.Ancestors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laid-out trees against a walk down the trees themselves, one row at a time. */
class CodeForestTest {
  /** Sets of one to four words. */
  private static final int[] ANCESTORS = {2, 64, 65, 255};

  private static final int CODES = 200;
  private static final int TREES = 5;

  private final SplittableRandom random = new SplittableRandom(3);
  private final double[] edges = edges();
  private final TreeColumn column = column();

  /** Codes of very different sizes. */
  private double[] edges() {
    double[] ends = new double[CODES + 1];
    for (int code = 0; code < CODES; code++) {
      ends[code + 1] = ends[code] + 1e-5 + Math.pow(random.nextDouble(), 8);
    }
    for (int code = 0; code <= CODES; code++) {
      ends[code] /= ends[CODES];
    }
    return ends;
  }

  private TreeColumn column() {
    List<CodeTree> trees = new ArrayList<>();
    for (int tree = 0; tree < TREES; tree++) {
      trees.add(tree(9));
    }
    trees.add(new CodeTree.Leaf(CodeParts.ofDense(new int[CODES])));
    return new TreeColumn("x", IntStream.range(0, CODES).boxed().toList(), true, trees);
  }

  private CodeTree tree(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      int[] dense = new int[CODES];
      int codes = random.nextInt(4) == 0 ? CODES : 1 + random.nextInt(20);
      for (int i = random.nextInt(8) == 0 ? codes : 0; i < codes; i++) {
        dense[random.nextInt(CODES)] += 1 + random.nextInt(1 << random.nextInt(12));
      }
      return new CodeTree.Leaf(CodeParts.ofDense(dense));
    }
    int ancestor = random.nextInt(ANCESTORS.length);
    int[] inside =
        IntStream.range(0, ANCESTORS[ancestor])
            .filter(code -> code == 0 || random.nextBoolean())
            .toArray();
    return new CodeTree.Split(ancestor, CodeSet.of(inside), tree(depth - 1), tree(depth - 1));
  }

  private CodeForest forest() {
    List<Segment> segments = new ArrayList<>();
    for (int code = 0; code < CODES; code++) {
      segments.add(Segment.atom(code, edges[code + 1] - edges[code]));
    }
    NumericMarginal marginal = new NumericMarginal(0, Grid.INTEGERS, segments);
    System.arraycopy(marginal.edges(), 0, edges, 0, CODES);
    edges[CODES] = 1;
    return CodeForest.of(column, marginal, new Ancestors(new int[] {0, 1, 2, 3}, ANCESTORS));
  }

  /** The probability of all codes up to each one. */
  private float[] cumulative(CodeParts parts) {
    float[] sums = new float[CODES];
    double own = 0;
    long sum = 0;
    int next = 0;
    for (int code = 0; code < CODES; code++) {
      own += edges[code + 1] - edges[code];
      if (next < parts.size() && parts.code(next) == code) {
        sum += parts.parts(next++);
      }
      sums[code] = (float) (parts.size() == 0 ? Math.min(own, 1) : (double) sum / parts.total());
    }
    sums[CODES - 1] = 1;
    return sums;
  }

  private CodeParts leaf(double draw, byte[][] ancestors, int row) {
    // The last 20 of 52 bits pick the tree.
    long last = (long) (draw * 0x1p52) % (1 << 20);
    CodeTree tree = column.trees().get((int) (last * column.trees().size() / (1 << 20)));
    return tree.leaf(position -> ancestors[position][row] & 0xff).parts();
  }

  @Test
  void drawsWhatTheTreesSay() {
    CodeForest forest = forest();
    byte[][] ancestors = new byte[ANCESTORS.length][Tile.MAX_ROWS];
    CodeTile tile = new CodeTile(ANCESTORS.length + 1, Tile.MAX_ROWS);
    double[] draws = random.doubles(Tile.MAX_ROWS).toArray();
    for (int row = 0; row < draws.length; row++) {
      for (int slot = 0; slot < ANCESTORS.length; slot++) {
        ancestors[slot][row] = (byte) random.nextInt(ANCESTORS[slot]);
        tile.set(slot, row, ancestors[slot][row]);
      }
    }
    double[] places = draws.clone();
    forest.draw(places, tile, ANCESTORS.length, draws.length);
    for (int row = 0; row < draws.length; row++) {
      CodeParts parts = leaf(draws[row], ancestors, row);
      float[] sums = cumulative(parts);
      double u = draws[row];
      int code = 0;
      while (sums[code] <= Math.min((float) u, Math.nextDown(1f))) {
        code++;
      }
      double below = code == 0 ? 0 : sums[code - 1];
      double share = Math.max(0, Math.min(1, (u - below) / (sums[code] - below)));
      double end = Math.max(edges[code], Math.nextDown(edges[code + 1]));
      assertThat(tile.code(ANCESTORS.length, row) & 0xff).isEqualTo(code);
      assertThat(places[row])
          .isEqualTo(Math.min(end, edges[code] + (edges[code + 1] - edges[code]) * share));
      int leaf = forest.leaf(draws[row], tile, row);
      assertThat(forest.probability(leaf, code)).isEqualTo(sums[code] - below);
    }
  }

  @Test
  void leavesGiveEveryCodeItsProbability() {
    CodeForest forest = forest();
    CodeTile tile = new CodeTile(ANCESTORS.length, 1);
    for (int tree = 0; tree < column.trees().size(); tree++) {
      double draw = (tree + 0.5) / column.trees().size();
      float[] sums = cumulative(leaf(draw, new byte[ANCESTORS.length][1], 0));
      int leaf = forest.leaf(draw, tile, 0);
      for (int code = 0; code < CODES; code++) {
        assertThat(forest.probability(leaf, code))
            .isEqualTo(code == 0 ? sums[0] : (double) sums[code] - sums[code - 1]);
      }
    }
  }
}
