package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws rows of codes from trees, to judge them while they are fitted. */
final class CodeSampler {
  private CodeSampler() {}

  /**
   * Rows drawn column by column; what is given is that of random rows of the growth.
   *
   * @param growth what the trees were grown from
   * @param columns the trees, in the same order
   * @return the columns with the drawn codes
   */
  static List<CodeColumn> draw(
      TreeGrowth growth, List<TreeColumn> columns, int rows, RandomGenerator random) {
    return draw(growth, columns, 0, rows, random);
  }

  /**
   * The same, where what is given is that of random rows of the growth from this one on: drawn rows
   * are near to the row that what is given is of, whether trees remember it or not.
   */
  static List<CodeColumn> draw(
      TreeGrowth growth, List<TreeColumn> columns, int from, int rows, RandomGenerator random) {
    List<CodeColumn> drawn = new ArrayList<>();
    int known = growth.columns().get(0).rows();
    int[] copied = growth.given() == 0 ? new int[0] : random.ints(rows, from, known).toArray();
    for (int j = 0; j < growth.given(); j++) {
      drawn.add(growth.columns().get(j).withRows(copied));
    }
    for (int j = growth.given(); j < columns.size(); j++) {
      CodeColumn column = growth.columns().get(j);
      LeafDistributions leaves = LeafDistributions.of(columns.get(j), column.scale());
      int[] tree = new int[rows];
      double[] u = new double[rows];
      for (int row = 0; row < rows; row++) {
        tree[row] = random.nextInt(leaves.trees());
        u[row] = random.nextDouble();
      }
      List<CodeColumn> asked = ScoreCodes.asked(columns.get(j).scored(), drawn, j);
      drawn.add(column.withCodes(leaves.codes(asked, tree, u)));
    }
    return drawn;
  }
}
