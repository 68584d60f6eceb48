package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a chain of trees foretells one column from all others, those drawn after it too: by
 * Bayes, P(x_j | all others) is in proportion to P(x_j | x_1 ... x_j-1) times the product of P(x_k
 * | x_1 ... x_k-1) over the later columns k whose trees ask j. It is what a perfect classifier
 * would learn from endless drawn rows.
 */
final class ImpliedLikelihood {
  private final int position;
  private final List<Integer> factors;
  private final List<LeafDistributions> leaves;
  private final List<CodeColumn> rows;

  private ImpliedLikelihood(List<TreeColumn> trees, List<CodeColumn> rows, int position) {
    this.position = position;
    this.rows = rows;
    this.factors = new ArrayList<>(List.of(position));
    for (int k = position + 1; k < trees.size(); k++) {
      if (trees.get(k).trees().stream().anyMatch(tree -> asks(tree, position))) {
        factors.add(k);
      }
    }
    this.leaves =
        factors.stream().map(k -> LeafDistributions.of(trees.get(k), rows.get(k).scale())).toList();
  }

  private static boolean asks(CodeTree tree, int position) {
    return tree instanceof CodeTree.Split split
        && (split.ancestor() == position
            || asks(split.inside(), position)
            || asks(split.outside(), position));
  }

  /**
   * The logarithm of the probability of the column's code in each of the first rows.
   *
   * @param trees the trees of all columns, in their order
   * @param heldOut rows that they were not grown on
   */
  static double[] of(List<TreeColumn> trees, List<CodeColumn> heldOut, int position, int rows) {
    ImpliedLikelihood likelihood = new ImpliedLikelihood(trees, heldOut, position);
    double[] logs = new double[rows];
    for (int row = 0; row < rows; row++) {
      logs[row] = likelihood.log(row);
    }
    return logs;
  }

  private double log(int row) {
    int codes = rows.get(position).scale().size();
    double[] logs = new double[codes];
    double most = Double.NEGATIVE_INFINITY;
    for (int code = 0; code < codes; code++) {
      logs[code] = joint(row, code);
      most = Math.max(most, logs[code]);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - most);
    }
    return logs[rows.get(position).code(row)] - most - Math.log(sum);
  }

  /** The logarithm of the joint probability, up to what does not depend on the column's code. */
  private double joint(int row, int code) {
    CodeTree.CodeRow changed = k -> k == position ? code : rows.get(k).code(row);
    double sum = 0;
    for (int f = 0; f < leaves.size(); f++) {
      sum += HeldOutLikelihood.log(leaves.get(f), changed, changed.code(factors.get(f)));
    }
    return sum;
  }
}
