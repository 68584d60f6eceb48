package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws rows of codes from trees, to judge them while they are fitted. */
final class CodeSampler {
  private CodeSampler() {}

  /**
   * Rows drawn column by column.
   *
   * @param growth what the trees were grown from
   * @param columns the trees, in the same order
   * @return the columns with the drawn codes
   */
  static List<CodeColumn> draw(
      TreeGrowth growth, List<TreeColumn> columns, int rows, RandomGenerator random) {
    List<CodeColumn> drawn = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      CodeColumn column = growth.columns().get(j);
      LeafDistributions leaves = LeafDistributions.of(columns.get(j), column.scale());
      byte[] codes = new byte[rows];
      for (int row = 0; row < rows; row++) {
        int at = row;
        int tree = random.nextInt(leaves.trees());
        codes[row] = (byte) leaves.code(tree, a -> drawn.get(a).code(at), random.nextDouble());
      }
      drawn.add(column.withCodes(codes));
    }
    return drawn;
  }
}
