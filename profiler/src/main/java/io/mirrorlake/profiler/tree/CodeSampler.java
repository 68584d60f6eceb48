package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeShrinkage;
import io.mirrorlake.profiler.copula.CodeTree;
import io.mirrorlake.profiler.copula.Shrinkage;
import io.mirrorlake.profiler.copula.TreeColumn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
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
      IdentityHashMap<CodeTree, double[]> sums =
          sums(columns.get(j), column, growth.options().shrinkage());
      List<CodeTree> trees = columns.get(j).trees();
      byte[] codes = new byte[rows];
      for (int row = 0; row < rows; row++) {
        int at = row;
        CodeTree tree = trees.get(random.nextInt(trees.size()));
        codes[row] =
            (byte)
                code(
                    Objects.requireNonNull(sums.get(tree.leaf(a -> drawn.get(a).code(at)))),
                    random);
      }
      drawn.add(column.withCodes(codes));
    }
    return drawn;
  }

  private static int code(double[] sums, RandomGenerator random) {
    double u = random.nextDouble() * sums[sums.length - 1];
    int code = 0;
    while (code < sums.length - 1 && sums[code] <= u) {
      code++;
    }
    return code;
  }

  /** The cumulative distribution of every leaf; leaves are told apart by identity. */
  private static IdentityHashMap<CodeTree, double[]> sums(
      TreeColumn trees, CodeColumn column, Shrinkage shrinkage) {
    double[] marginal =
        column.scale().probabilities().stream().mapToDouble(Double::doubleValue).toArray();
    CodeShrinkage rule = shrinkage.forColumn(marginal, column.scale().ordered());
    IdentityHashMap<CodeTree, double[]> sums = new IdentityHashMap<>();
    trees.trees().forEach(tree -> add(tree, marginal, rule, sums));
    return sums;
  }

  private static void add(
      CodeTree node,
      double[] distribution,
      CodeShrinkage rule,
      IdentityHashMap<CodeTree, double[]> sums) {
    if (node instanceof CodeTree.Split split) {
      for (CodeTree child : List.of(split.inside(), split.outside())) {
        int[] counts = new int[distribution.length];
        child.addCounts(counts);
        add(child, rule.distribution(counts, distribution), rule, sums);
      }
    } else {
      double[] running = distribution.clone();
      for (int code = 1; code < running.length; code++) {
        running[code] += running[code - 1];
      }
      sums.put(node, running);
    }
  }
}
