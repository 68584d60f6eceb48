package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.Shrinkage;
import java.io.Serializable;

/**
 * How trees are grown.
 *
 * @param trees the trees of each column
 * @param leafRows the fewest rows of a leaf
 * @param penalty what a split has to gain for each degree of freedom of the column's code, in nats;
 *     more makes smaller trees that remember less
 * @param shrinkage how counts become distributions
 */
public record TreeOptions(int trees, int leafRows, double penalty, Shrinkage shrinkage)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Thirty-two trees on 40 % of the rows each see every row a dozen times; sixteen on 70 % remember
   * more at the same accuracy.
   */
  static final int DEFAULT_TREES = 32;

  /** Measured on census, web shop and weather data; see RATIONALE.md. */
  static final Shrinkage DEFAULT_SHRINKAGE = new Shrinkage(5, 1.5);

  public TreeOptions {
    if (!(trees > 0 && leafRows > 0 && penalty >= 0)) {
      throw new IllegalArgumentException(
          trees + " trees with leaves of " + leafRows + " rows and a penalty of " + penalty);
    }
  }

  /**
   * The options for leaves of at least 1.5 k rows, as the true threshold of a leaf is to be no
   * round number that everyone knows, and no more than 8192 leaves a tree.
   */
  static TreeOptions of(int minimumUnits, int rows, double penalty) {
    int leafRows = Math.max((3 * minimumUnits + 1) / 2, rows / 8192);
    return new TreeOptions(DEFAULT_TREES, Math.max(leafRows, 1), penalty, DEFAULT_SHRINKAGE);
  }
}
