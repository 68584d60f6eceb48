package io.mirrorlake.evaluator.boosting;

import io.mirrorlake.evaluator.boosting.SplitFinder.Sums;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Grows one tree leaf by leaf, always splitting the leaf that gains most. Of two siblings only the
 * smaller one's histogram is counted; the other's is the parent's less that, so a level costs at
 * most half its rows.
 */
final class TreeGrower {
  private final FeatureBins bins;
  private final BinnedTable table;
  private final BoostingOptions options;
  private final SplitFinder finder;
  private final int[] rows;
  private final int[] spare;

  /** A grower for the rows of a table. */
  TreeGrower(FeatureBins bins, BinnedTable table, BoostingOptions options) {
    this.bins = bins;
    this.table = table;
    this.options = options;
    this.finder = new SplitFinder(bins, options);
    this.rows = new int[table.rows()];
    this.spare = new int[table.rows()];
  }

  /** A leaf that can still be split. */
  private record Leaf(int node, int start, int end, Histogram histogram, Sums sums, Split split) {}

  /**
   * Grows a tree and adds its values to the scores.
   *
   * @param slopes gradient and curvature of every row, side by side
   * @param scores the score of every row so far
   */
  Tree grow(double[] slopes, double[] scores) {
    Tree tree = new Tree(options.leaves());
    PriorityQueue<Leaf> open =
        new PriorityQueue<>(
            Comparator.<Leaf>comparingDouble(leaf -> -leaf.split().gain())
                .thenComparingInt(Leaf::node));
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    Histogram all = new Histogram(bins);
    all.add(table, rows, 0, rows.length, slopes);
    Settler settler = new Settler(tree, open, scores);
    settler.settle(0, 0, rows.length, all, sums(slopes, 0, rows.length));
    int leaves = 1;
    while (leaves < options.leaves() && !open.isEmpty()) {
      leaves++;
      split(open.remove(), slopes, settler, leaves < options.leaves());
    }
    open.forEach(settler::close);
    return tree.trimmed();
  }

  /** What the slopes of a node's rows add up to. */
  private Sums sums(double[] slopes, int start, int end) {
    double gradient = 0;
    double curvature = 0;
    for (int i = start; i < end; i++) {
      gradient += slopes[2 * rows[i]];
      curvature += slopes[2 * rows[i] + 1];
    }
    return new Sums(gradient, curvature, end - start);
  }

  /**
   * Splits a leaf in two.
   *
   * @param further whether the two may be split, too
   */
  private void split(Leaf leaf, double[] slopes, Settler settler, boolean further) {
    int middle = partition(leaf);
    int left = settler.tree.split(leaf.node(), leaf.split());
    Sums leftSums = sums(slopes, leaf.start(), middle);
    Sums rightSums = leaf.sums().minus(leftSums);
    boolean leftIsSmaller = leftSums.rows() <= rightSums.rows();
    if (!further || !isDivisible(leftIsSmaller ? rightSums : leftSums)) {
      settler.close(left, leaf.start(), middle, leftSums);
      settler.close(left + 1, middle, leaf.end(), rightSums);
      return;
    }
    Histogram smaller = new Histogram(bins);
    smaller.add(
        table,
        rows,
        leftIsSmaller ? leaf.start() : middle,
        leftIsSmaller ? middle : leaf.end(),
        slopes);
    Histogram larger = leaf.histogram();
    larger.subtract(smaller);
    settler.settle(left, leaf.start(), middle, leftIsSmaller ? smaller : larger, leftSums);
    settler.settle(left + 1, middle, leaf.end(), leftIsSmaller ? larger : smaller, rightSums);
  }

  /** Whether a node's rows are enough for two leaves. */
  private boolean isDivisible(Sums sums) {
    return sums.rows() >= 2.0 * options.leafRows();
  }

  /**
   * Moves the rows that go left before the others, keeping the order in both, and returns where the
   * others begin.
   */
  private int partition(Leaf leaf) {
    byte[] codes = table.feature(leaf.split().feature());
    int kept = leaf.start();
    int moved = 0;
    for (int i = leaf.start(); i < leaf.end(); i++) {
      int row = rows[i];
      if (leaf.split().isLeft(codes[row] & 0xff)) {
        rows[kept++] = row;
      } else {
        spare[moved++] = row;
      }
    }
    System.arraycopy(spare, 0, rows, kept, moved);
    return kept;
  }

  /** Decides for each new leaf whether it can be split later or is final. */
  private final class Settler {
    private final Tree tree;
    private final PriorityQueue<Leaf> open;
    private final double[] scores;

    Settler(Tree tree, PriorityQueue<Leaf> open, double[] scores) {
      this.tree = tree;
      this.open = open;
      this.scores = scores;
    }

    void settle(int node, int start, int end, Histogram histogram, Sums sums) {
      Optional<Split> split = isDivisible(sums) ? finder.best(histogram, sums) : Optional.empty();
      if (split.isPresent()) {
        open.add(new Leaf(node, start, end, histogram, sums, split.get()));
      } else {
        close(node, start, end, sums);
      }
    }

    void close(Leaf leaf) {
      close(leaf.node(), leaf.start(), leaf.end(), leaf.sums());
    }

    void close(int node, int start, int end, Sums sums) {
      double value =
          -options.learningRate()
              * sums.gradient()
              / (Math.max(sums.curvature(), 1e-12) + options.ridge());
      tree.setValue(node, value);
      for (int i = start; i < end; i++) {
        scores[rows[i]] += value;
      }
    }
  }
}
