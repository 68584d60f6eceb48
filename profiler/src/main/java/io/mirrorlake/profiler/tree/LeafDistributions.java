package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** The distributions in the leaves of a column's trees, as the trees tell them. */
final class LeafDistributions {
  private final List<CodeTree> trees;
  private final double[] own;

  /** Cumulative probabilities; leaves are told apart by identity. */
  private final IdentityHashMap<CodeTree, double[]> sums = new IdentityHashMap<>();

  private LeafDistributions(List<CodeTree> trees, double[] own) {
    this.trees = trees;
    this.own = own;
    trees.forEach(this::add);
  }

  static LeafDistributions of(TreeColumn trees, CodeScale scale) {
    return new LeafDistributions(trees.trees(), scale.distribution());
  }

  private void add(CodeTree node) {
    if (node instanceof CodeTree.Split split) {
      add(split.inside());
      add(split.outside());
    } else if (node instanceof CodeTree.Leaf leaf) {
      sums.put(leaf, sums(leaf.parts()));
    }
  }

  private double[] sums(CodeParts parts) {
    double[] running = new double[own.length];
    if (parts.size() == 0) {
      System.arraycopy(own, 0, running, 0, own.length);
    }
    for (int i = 0; i < parts.size(); i++) {
      running[parts.code(i)] = parts.parts(i) / (double) parts.total();
    }
    for (int code = 1; code < running.length; code++) {
      running[code] += running[code - 1];
    }
    return running;
  }

  private double[] sums(int tree, CodeTree.CodeRow row) {
    return Objects.requireNonNull(sums.get(trees.get(tree).leaf(row)));
  }

  /**
   * The code that a draw from one tree's leaf gives.
   *
   * @param u uniform on [0, 1)
   */
  int code(int tree, CodeTree.CodeRow row, double u) {
    double[] running = sums(tree, row);
    double place = u * running[running.length - 1];
    int code = 0;
    while (code < running.length - 1 && running[code] <= place) {
      code++;
    }
    return code;
  }

  /** The probability of a code, the mean of all trees. */
  double probability(CodeTree.CodeRow row, int code) {
    double sum = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      double[] running = sums(tree, row);
      sum += code == 0 ? running[0] : running[code] - running[code - 1];
    }
    return sum / trees.size();
  }

  /** The probability of a code in the column as a whole. */
  double ownProbability(int code) {
    return own[code];
  }

  int trees() {
    return trees.size();
  }
}
