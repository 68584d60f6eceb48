package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.synthesizer.dependence.ForestBuilder.Ancestors;
import java.util.List;
import java.util.Optional;

/**
 * The trees of one column, laid out for drawing. Rows go down the trees together, split by split,
 * and tree by tree: so the loads of different rows overlap, and a tree's splits and leaves are read
 * from memory once a tile. Immutable.
 */
final class CodeForest {
  /**
   * A tree is picked by the last of a draw's 52 bits, and the code by the first ones: so draws that
   * are evenly spread give codes their shares whichever trees the rows go down.
   */
  private static final int PICKING_BITS = 20;

  private static final long PICKING = (1L << PICKING_BITS) - 1;

  private static final double DRAW_BITS = 0x1p52;

  private final int[] roots;
  private final int[] nodes;
  private final long[] sets;
  private final LeafLaws leaves;
  private final int codes;
  private final double[] low;
  private final double[] width;
  private final double[] last;
  private final Optional<ScoreTables> score;

  private CodeForest(ForestBuilder built, double[] edges, Optional<ScoreTables> score) {
    this.score = score;
    this.roots = built.roots();
    this.nodes = built.nodes();
    this.sets = built.sets();
    this.leaves = built.leaves();
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

  /** The trees of a column. */
  static CodeForest of(TreeColumn column, Marginal marginal, Ancestors ancestors) {
    double[] edges = codeEdges(column, marginal);
    double[] probabilities = new double[column.codes()];
    for (int code = 0; code < probabilities.length; code++) {
      probabilities[code] = edges[code + 1] - edges[code];
    }
    ForestBuilder builder = new ForestBuilder(probabilities, ancestors);
    List<CodeTree> trees = column.trees();
    trees.forEach(builder::add);
    return new CodeForest(
        builder, edges, column.scored().map(of -> ScoreTables.of(of, ancestors.slots())));
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
   * @param tile the codes of the columns drawn before; the codes drawn here go to {@code slot},
   *     which holds those of the score before
   */
  void draw(double[] draws, CodeTile tile, int slot, int rows) {
    score(tile, slot, rows);
    pickTrees(draws, tile, rows);
    descend(tile, rows);
    place(draws, tile, slot, rows);
  }

  /**
   * Puts the code of the score in the column's own slot, where its trees ask for it before a code
   * is drawn.
   */
  void score(CodeTile tile, int slot, int rows) {
    if (score.isPresent()) {
      score.get().fill(tile.codes(), CodeTile.offset(slot), tile.nodes(), rows);
    }
  }

  /** Puts every row at the root of its tree, and the rows in the order of their trees. */
  private void pickTrees(double[] draws, CodeTile tile, int rows) {
    int[] node = tile.nodes();
    int[] order = tile.order();
    int[] next = new int[roots.length + 1];
    for (int row = 0; row < rows; row++) {
      int tree = tree(draws[row]);
      node[row] = tree;
      next[tree + 1]++;
    }
    for (int tree = 1; tree < roots.length; tree++) {
      next[tree] += next[tree - 1];
    }
    for (int row = 0; row < rows; row++) {
      order[next[node[row]]++] = row;
      node[row] = roots[node[row]];
    }
  }

  private int tree(double draw) {
    long picking = (long) (draw * DRAW_BITS) & PICKING;
    return (int) ((picking * roots.length) >>> PICKING_BITS);
  }

  /**
   * Takes every row to its leaf. There is no branch on a row's path: a processor guesses every
   * second one wrong, at the price of several splits.
   */
  private void descend(CodeTile tile, int rows) {
    int[] node = tile.nodes();
    int[] active = tile.active();
    byte[] rowCodes = tile.codes();
    int count = 0;
    for (int i = 0; i < rows; i++) {
      int row = tile.order()[i];
      active[count] = row;
      count += isSplit(node[row]);
    }
    while (count > 0) {
      int left = 0;
      for (int i = 0; i < count; i++) {
        int row = active[i];
        int next = next(node[row], rowCodes, row);
        node[row] = next;
        active[left] = row;
        left += isSplit(next);
      }
      count = left;
    }
  }

  /** 1 for a split, 0 for a leaf. */
  private static int isSplit(int node) {
    return ~node >>> (Integer.SIZE - 1);
  }

  private int next(int split, byte[] rowCodes, int row) {
    int at = split * ForestBuilder.SPLIT;
    int code = rowCodes[nodes[at] + row] & 0xff;
    long word = sets[nodes[at + 1] + (code >>> 6)];
    return nodes[at + 2 + (int) (word >>> code & 1)];
  }

  /** Draws the codes from the leaves, and the places inside the codes. */
  private void place(double[] draws, CodeTile tile, int slot, int rows) {
    int[] node = tile.nodes();
    int[] order = tile.order();
    byte[] rowCodes = tile.codes();
    int offset = CodeTile.offset(slot);
    // First all the guides: their loads do not wait for one another.
    for (int i = 0; i < rows; i++) {
      int row = order[i];
      node[row] = leaves.guess(~node[row], draws[row]);
    }
    for (int i = 0; i < rows; i++) {
      int row = order[i];
      int at = leaves.find(node[row], draws[row]);
      int code = leaves.code(at);
      double place = low[code] + width[code] * leaves.share(at, draws[row]);
      double end = last[code];
      draws[row] = place < end ? place : end;
      rowCodes[offset + row] = (byte) code;
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
    return leaves.leaves();
  }

  /** The probability of a code at a leaf. */
  double probability(int leaf, int code) {
    return leaves.probability(leaf, code);
  }

  /** The leaf that a draw and the row's codes lead to. */
  int leaf(double draw, CodeTile tile, int row) {
    int node = roots[tree(draw)];
    while (node >= 0) {
      node = next(node, tile.codes(), row);
    }
    return ~node;
  }
}
