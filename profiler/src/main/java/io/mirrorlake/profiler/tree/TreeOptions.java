package io.mirrorlake.profiler.tree;

import java.io.Serializable;

/**
 * How trees are grown.
 *
 * @param trees the trees of each column
 * @param leafUnits the fewest privacy units that a leaf is learned from, counting all rows
 * @param bagShare the share of the rows that each tree's questions are found on; smaller bags make
 *     trees that differ more and remember less
 * @param penalty what a split has to gain for each degree of freedom of the column's code, in nats;
 *     more makes smaller trees that remember less
 * @param shrinkage how counts become distributions
 */
record TreeOptions(int trees, int leafUnits, double bagShare, double penalty, Shrinkage shrinkage)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Measured on census, web shop and weather data; see RATIONALE.md. */
  static final Shrinkage DEFAULT_SHRINKAGE = new Shrinkage(1, 2);

  TreeOptions {
    if (!(trees > 0 && leafUnits > 0 && bagShare > 0 && bagShare <= 1 && penalty >= 0)) {
      throw new IllegalArgumentException(
          trees
              + " trees with leaves of "
              + leafUnits
              + " units, bags of "
              + bagShare
              + " and a penalty of "
              + penalty);
    }
  }

  /**
   * The options for leaves of at least 1.2 k units, as the true threshold of a leaf is to be no
   * round number that everyone knows.
   */
  static TreeOptions of(int minimumUnits, double bagShare, double penalty, TreeBudget budget) {
    int leafUnits = (6 * minimumUnits + 4) / 5 * budget.leafFactor();
    return new TreeOptions(
        budget.trees(), Math.max(leafUnits, 1), bagShare, penalty, DEFAULT_SHRINKAGE);
  }

  /** The same with fewer trees. */
  TreeOptions withTrees(int fewer) {
    return new TreeOptions(fewer, leafUnits, bagShare, penalty, shrinkage);
  }
}
