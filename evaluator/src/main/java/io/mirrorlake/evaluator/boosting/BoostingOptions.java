package io.mirrorlake.evaluator.boosting;

/**
 * How trees are boosted. The defaults are those of the field's usual histogram boosting.
 *
 * @param trees the most trees to grow
 * @param leaves the most leaves a tree has
 * @param learningRate the share of each tree's correction that is applied, in (0, 1]
 * @param leafRows the fewest rows of a leaf
 * @param ridge what is added to a leaf's curvature, in rows of weight: draws small leaves towards 0
 * @param patience how many trees may pass without a better score on the held-out tenth before
 *     growing stops; 0 grows all
 * @param seed the seed of the choice of the held-out tenth
 */
public record BoostingOptions(
    int trees,
    int leaves,
    double learningRate,
    int leafRows,
    double ridge,
    int patience,
    long seed) {
  public BoostingOptions {
    if (trees < 1 || leaves < 2 || leafRows < 1 || patience < 0) {
      throw new IllegalArgumentException(
          "trees "
              + trees
              + ", leaves "
              + leaves
              + ", leafRows "
              + leafRows
              + ", patience "
              + patience
              + ": at least 1, 2, 1 and 0");
    }
    if (!(learningRate > 0) || !(learningRate <= 1) || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "learningRate "
              + learningRate
              + " must lie in (0, 1] and ridge "
              + ridge
              + " in [0, infinity)");
    }
  }

  /**
   * 100 trees of 31 leaves with at least 20 rows, learning rate 0.1, stopping after 10 trees
   * without progress.
   */
  public static BoostingOptions of(long seed) {
    return new BoostingOptions(100, 31, 0.1, 20, 1, 10, seed);
  }

  /** The same with at most so many trees. */
  public BoostingOptions withTrees(int most) {
    return new BoostingOptions(most, leaves, learningRate, leafRows, ridge, patience, seed);
  }

  /** The same with another patience. */
  public BoostingOptions withPatience(int rounds) {
    return new BoostingOptions(trees, leaves, learningRate, leafRows, ridge, rounds, seed);
  }
}
