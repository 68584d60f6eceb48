package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.marginal.Marginal;
import java.util.List;

/** The trees of one column, laid out for drawing. Immutable. */
final class CodeForest {
  private static final int WORDS = 4;

  /** Below this, stepping from code to code beats halving. */
  private static final int FEW_CODES = 8;

  /** No draw, rounded, may reach past the last code that has a part. */
  private static final float BELOW_ONE = Math.nextDown(1f);

  private final int[] roots;
  private final int[] slots;
  private final long[] inside;
  private final int[] next;
  private final float[] cumulative;
  private final int codes;
  private final double[] low;
  private final double[] width;
  private final double[] last;

  CodeForest(ForestBuilder built, double[] edges) {
    this.roots = built.roots();
    this.slots = built.slots();
    this.inside = built.inside();
    this.next = built.next();
    this.cumulative = built.cumulative();
    this.codes = edges.length - 1;
    this.low = new double[codes];
    this.width = new double[codes];
    this.last = new double[codes];
    for (int code = 0; code < codes; code++) {
      low[code] = edges[code];
      width[code] = edges[code + 1] - edges[code];
      last[code] = Math.max(edges[code], Math.nextDown(edges[code + 1]));
    }
  }

  /**
   * The trees of a column.
   *
   * @param slotOfPosition the slot of each column of the copula that is drawn before
   */
  static CodeForest of(TreeColumn column, Marginal marginal, int[] slotOfPosition) {
    double[] edges = codeEdges(column, marginal);
    double[] probabilities = new double[column.codes()];
    for (int code = 0; code < probabilities.length; code++) {
      probabilities[code] = edges[code + 1] - edges[code];
    }
    ForestBuilder builder = new ForestBuilder(probabilities, slotOfPosition);
    List<CodeTree> trees = column.trees();
    trees.forEach(builder::add);
    return new CodeForest(builder, edges);
  }

  /** The edges of the codes on the u-scale, from 0 to 1. */
  private static double[] codeEdges(TreeColumn column, Marginal marginal) {
    double[] segmentEdges = marginal.edges();
    double[] edges = new double[column.codes() + 1];
    for (int code = 0; code < column.codes(); code++) {
      edges[code] = segmentEdges[column.starts().get(code)];
    }
    edges[column.codes()] = 1;
    return edges;
  }

  /**
   * Turns draws into positions on the column's u-scale.
   *
   * @param draws uniforms on entry, positions on return
   * @param rowCodes the codes of the columns drawn before, by slot; the codes drawn here go to
   *     {@code slot}
   */
  void draw(double[] draws, byte[][] rowCodes, int slot, int rows) {
    byte[] drawn = rowCodes[slot];
    for (int row = 0; row < rows; row++) {
      double u = draws[row] * roots.length;
      int tree = (int) u;
      u -= tree;
      int leaf = leaf(roots[tree], rowCodes, row);
      int code = code(leaf, Math.min((float) u, BELOW_ONE));
      double below = code == 0 ? 0 : cumulative[leaf + code - 1];
      double share = (u - below) / (cumulative[leaf + code] - below);
      double place = low[code] + width[code] * Math.max(0, Math.min(share, 1));
      draws[row] = Math.min(place, last[code]);
      drawn[row] = (byte) code;
    }
  }

  /** How many codes there are. */
  int codes() {
    return codes;
  }

  /** Where the code starts on the u-scale. */
  double low(int code) {
    return low[code];
  }

  /** Where the code ends on the u-scale. */
  double high(int code) {
    return low[code] + width[code];
  }

  /** How many leaves all trees have. */
  int leaves() {
    return cumulative.length / codes;
  }

  /** Where the distribution of a leaf starts. */
  int leafStart(int leaf) {
    return leaf * codes;
  }

  /** The probability of a code in the distribution that starts there. */
  double probability(int leaf, int code) {
    return code == 0
        ? cumulative[leaf]
        : (double) cumulative[leaf + code] - cumulative[leaf + code - 1];
  }

  /** Where the distribution of the leaf starts that a draw and the row's codes lead to. */
  int leaf(double draw, byte[][] rowCodes, int row) {
    return leaf(roots[(int) (draw * roots.length)], rowCodes, row);
  }

  /** What is left of a draw that has picked a tree: uniform again. */
  double withinTree(double draw) {
    double u = draw * roots.length;
    return u - (int) u;
  }

  /** Where the distribution of the leaf starts that the row's codes lead to. */
  private int leaf(int root, byte[][] rowCodes, int row) {
    int node = root;
    while (node >= 0) {
      int code = rowCodes[slots[node]][row] & 0xff;
      long word = inside[node * WORDS + (code >>> 6)];
      node = next[2 * node + 1 - (int) (word >>> code & 1)];
    }
    return ~node;
  }

  /** The first code whose cumulative probability exceeds u; the last one's is 1, above every u. */
  private int code(int leaf, float u) {
    int from = 0;
    int to = codes - 1;
    while (to - from > FEW_CODES) {
      int middle = (from + to) >>> 1;
      if (cumulative[leaf + middle] > u) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    while (from < to && cumulative[leaf + from] <= u) {
      from++;
    }
    return from;
  }
}
