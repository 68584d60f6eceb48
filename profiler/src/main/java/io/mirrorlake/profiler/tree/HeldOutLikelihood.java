package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well trees foretell rows they were not grown on: the mean over rows of the logarithm of the
 * probability that the trees give to the row, in nats. It weighs all dependence of all columns
 * alike, at the codes' resolution.
 */
final class HeldOutLikelihood {
  /** Differences between orders of columns are a hundred times the standard error of the mean. */
  private static final int MAX_ROWS = 8_192;

  /** A code that no tree expects in a row costs so much of its share, not everything. */
  private static final double DOUBT = 0.01;

  private HeldOutLikelihood() {}

  /** The mean logarithm of the probability of these rows, whose columns are in the trees' order. */
  static double of(List<TreeColumn> trees, List<CodeColumn> heldOut) {
    int rows = Math.min(MAX_ROWS, heldOut.get(0).rows());
    return IntStream.range(0, trees.size())
        .parallel()
        .mapToDouble(j -> of(trees.get(j), heldOut, j, rows))
        .sum();
  }

  private static double of(TreeColumn trees, List<CodeColumn> heldOut, int position, int rows) {
    CodeColumn column = heldOut.get(position);
    LeafDistributions leaves = LeafDistributions.of(trees, column.scale());
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int at = row;
      int code = column.code(row);
      double told = leaves.probability(a -> heldOut.get(a).code(at), code);
      sum += Math.log((1 - DOUBT) * told + DOUBT * leaves.ownProbability(code));
    }
    return sum / rows;
  }
}
