package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well trees foretell rows they were not grown on: the logarithm of the probability that the
 * trees give to a row, in nats. It weighs all dependence of all columns alike, at the codes'
 * resolution.
 */
final class HeldOutLikelihood {
  /** Enough to rank orders of columns that differ by a hundredth of a nat a row. */
  private static final int MAX_ROWS = 8_192;

  /** A code that no tree expects in a row costs so much of its share, not everything. */
  private static final double DOUBT = 0.01;

  private HeldOutLikelihood() {}

  /** The logarithms of the first rows, whose columns are in the trees' order. */
  static double[] of(List<TreeColumn> trees, List<CodeColumn> heldOut) {
    int rows = Math.min(MAX_ROWS, heldOut.get(0).rows());
    List<double[]> columns =
        IntStream.range(0, trees.size())
            .parallel()
            .mapToObj(j -> of(trees.get(j), heldOut, j, rows))
            .toList();
    double[] sums = new double[rows];
    for (double[] column : columns) {
      for (int row = 0; row < rows; row++) {
        sums[row] += column[row];
      }
    }
    return sums;
  }

  /**
   * The logarithms of one column's codes.
   *
   * @param trees the column's trees
   * @param heldOut all columns, numbered as the trees ask them
   * @param position where the column is among them
   */
  static double[] of(TreeColumn trees, List<CodeColumn> heldOut, int position, int rows) {
    CodeColumn column = heldOut.get(position);
    LeafDistributions leaves = LeafDistributions.of(trees, column.scale());
    double[] logs =
        leaves.probabilities(ScoreCodes.asked(trees.scored(), heldOut, position), column, rows);
    for (int row = 0; row < rows; row++) {
      double own = leaves.ownProbability(column.code(row));
      logs[row] = Math.log((1 - DOUBT) * logs[row] + DOUBT * own);
    }
    return logs;
  }
}
