package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distributions in the leaves of a column's trees, as the trees tell them. Rows are sent down a
 * tree together, so that each leaf is looked at once, whatever the number of rows.
 */
final class LeafDistributions {
  private final List<CodeTree> trees;
  private final double[] own;

  private LeafDistributions(List<CodeTree> trees, double[] own) {
    this.trees = trees;
    this.own = own;
  }

  static LeafDistributions of(TreeColumn trees, CodeScale scale) {
    return new LeafDistributions(trees.trees(), scale.distribution());
  }

  /** What is done with rows [from, to) of a list, which end in a leaf with these probabilities. */
  @FunctionalInterface
  private interface Visit {
    void leaf(double[] cumulative, int[] rows, int from, int to);
  }

  /**
   * Rows on their way down.
   *
   * @param asked the columns by the numbers that trees ask them by
   */
  private record Descent(LeafDistributions of, List<CodeColumn> asked, RowList rows, Visit visit) {
    void go(CodeTree node, int from, int to) {
      if (from < to && node instanceof CodeTree.Split split) {
        int middle = rows.part(from, to, asked.get(split.ancestor()), split.codes());
        go(split.inside(), from, middle);
        go(split.outside(), middle, to);
      } else if (from < to && node instanceof CodeTree.Leaf leaf) {
        visit.leaf(of.cumulative(leaf.parts()), rows.rows(), from, to);
      }
    }
  }

  private void visit(int tree, List<CodeColumn> asked, int[] rows, Visit visit) {
    new Descent(this, asked, new RowList(rows), visit).go(trees.get(tree), 0, rows.length);
  }

  private double[] cumulative(CodeParts parts) {
    double[] running = new double[own.length];
    if (parts.size() == 0) {
      System.arraycopy(own, 0, running, 0, own.length);
    }
    double total = parts.total();
    for (int i = 0; i < parts.size(); i++) {
      running[parts.code(i)] = parts.parts(i) / total;
    }
    for (int code = 1; code < running.length; code++) {
      running[code] += running[code - 1];
    }
    return running;
  }

  /**
   * The codes that draws from one tree's leaf each give.
   *
   * @param asked the columns by the numbers that trees ask them by
   * @param tree the tree of each row
   * @param u for each row, uniform on [0, 1)
   */
  byte[] codes(List<CodeColumn> asked, int[] tree, double[] u) {
    byte[] codes = new byte[tree.length];
    for (int t = 0; t < trees.size(); t++) {
      int one = t;
      int[] drawn = IntStream.range(0, tree.length).filter(row -> tree[row] == one).toArray();
      visit(
          t,
          asked,
          drawn,
          (cumulative, rows, from, to) -> {
            for (int i = from; i < to; i++) {
              codes[rows[i]] = (byte) code(cumulative, u[rows[i]]);
            }
          });
    }
    return codes;
  }

  private static int code(double[] cumulative, double u) {
    double place = u * cumulative[cumulative.length - 1];
    int code = 0;
    while (code < cumulative.length - 1 && cumulative[code] <= place) {
      code++;
    }
    return code;
  }

  /**
   * The probability of the column's code in each of the first rows, the mean of all trees.
   *
   * @param asked the columns by the numbers that trees ask them by
   */
  double[] probabilities(List<CodeColumn> asked, CodeColumn column, int rows) {
    double[] sums = new double[rows];
    for (int tree = 0; tree < trees.size(); tree++) {
      visit(
          tree,
          asked,
          IntStream.range(0, rows).toArray(),
          (cumulative, list, from, to) -> {
            for (int i = from; i < to; i++) {
              int code = column.code(list[i]);
              sums[list[i]] += code == 0 ? cumulative[0] : cumulative[code] - cumulative[code - 1];
            }
          });
    }
    for (int row = 0; row < rows; row++) {
      sums[row] /= trees.size();
    }
    return sums;
  }

  /** The probability of a code in the column as a whole. */
  double ownProbability(int code) {
    return own[code];
  }

  int trees() {
    return trees.size();
  }
}
