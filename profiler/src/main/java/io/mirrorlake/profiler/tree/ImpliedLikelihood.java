package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a chain of trees foretells one column from all others, those drawn after it too: by
 * Bayes, P(x_j | all others) is in proportion to P(x_j | x_1 ... x_j-1) times the product of P(x_k
 * | x_1 ... x_k-1) over the later columns k whose trees ask j. It is what a perfect classifier
 * would learn from endless drawn rows.
 */
final class ImpliedLikelihood {
  private ImpliedLikelihood() {}

  /**
   * The logarithm of the probability of the column's code in each of the first rows.
   *
   * @param trees the trees of all columns, in their order
   * @param heldOut rows that they were not grown on
   */
  static double[] of(List<TreeColumn> trees, List<CodeColumn> heldOut, int position, int rows) {
    CodeColumn column = heldOut.get(position);
    int codes = column.scale().size();
    List<CodeColumn> changed = changed(heldOut, position, rows);
    double[] joint = new double[rows * codes];
    for (int k = position; k < trees.size(); k++) {
      if (k == position || asks(trees.get(k), position)) {
        double[] logs = HeldOutLikelihood.of(trees.get(k), changed, k, joint.length);
        for (int i = 0; i < joint.length; i++) {
          joint[i] += logs[i];
        }
      }
    }
    double[] implied = new double[rows];
    for (int row = 0; row < rows; row++) {
      int first = row * codes;
      implied[row] = joint[first + column.code(row)] - logSum(joint, first, first + codes);
    }
    return implied;
  }

  /** The first rows, each as often as the column has codes, once with every code. */
  private static List<CodeColumn> changed(List<CodeColumn> columns, int position, int rows) {
    int codes = columns.get(position).scale().size();
    int[] repeated = IntStream.range(0, rows * codes).map(i -> i / codes).toArray();
    byte[] every = new byte[repeated.length];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) (i % codes);
    }
    return IntStream.range(0, columns.size())
        .mapToObj(
            j ->
                j == position ? columns.get(j).withCodes(every) : columns.get(j).withRows(repeated))
        .toList();
  }

  private static boolean asks(TreeColumn column, int position) {
    return column.trees().stream().anyMatch(tree -> asks(tree, position))
        || column.scored().stream()
            .flatMap(score -> score.terms().stream())
            .anyMatch(term -> term.ancestor() == position);
  }

  private static boolean asks(CodeTree tree, int position) {
    return tree instanceof CodeTree.Split split
        && (split.ancestor() == position
            || asks(split.inside(), position)
            || asks(split.outside(), position));
  }

  /** The logarithm of the sum of some values that are given by their logarithms. */
  private static double logSum(double[] logs, int from, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, logs[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.exp(logs[i] - most);
    }
    return most + Math.log(sum);
  }
}
