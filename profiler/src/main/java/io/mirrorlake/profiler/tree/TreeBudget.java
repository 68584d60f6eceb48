package io.mirrorlake.profiler.tree;

/**
 * What trees of a table may cost by its width. Up to {@link #NARROW} columns all is as good as it
 * gets; beyond it the number of all trees together stays the same, so that time and the length of
 * the profile grow little with the width.
 *
 * @param columns how many columns there are
 */
record TreeBudget(int columns) {
  /** Tables up to so wide pay no attention to cost. */
  private static final int NARROW = 64;

  /** Beyond it leaves are twice as large, and half as many columns are asked. */
  private static final int WIDE = 128;

  /** Eight cost a tenth of a nat a row on weather data; many more make profiles long. */
  private static final int MOST_TREES = 24;

  /** Fewer would remember more rows and know fewer of the columns that could be asked. */
  private static final int FEWEST_TREES = 4;

  TreeBudget {
    if (columns < 0) {
      throw new IllegalArgumentException(columns + " columns");
    }
  }

  static TreeBudget of(int columns) {
    return new TreeBudget(columns);
  }

  /** The trees of each column. */
  int trees() {
    return columns <= NARROW ? MOST_TREES : Math.max(FEWEST_TREES, MOST_TREES * NARROW / columns);
  }

  /** The trees of each column in trials of orders: enough to rank them, at a third of the price. */
  int comparedTrees() {
    return Math.max(2, trees() / 3);
  }

  /**
   * The trees of each column in trials of caution: a row is drawn from one tree of each column, so
   * that half of them lie as near to the rows they were grown on.
   */
  int trialTrees() {
    return Math.max(2, trees() / 2);
  }

  /** How many others a column asks at most: those it depends on most. */
  int ancestors() {
    return columns <= WIDE ? 32 : 16;
  }

  /** By what the fewest units of a leaf are multiplied. */
  int leafFactor() {
    return columns <= WIDE ? 1 : 2;
  }

  /** How many parts of the rows are held out in turn at most while orders are compared. */
  int parts() {
    return Math.max(1, 4 * NARROW / Math.max(columns, 1));
  }

  /** How many classes are tried as the column drawn last: those that depend most on others. */
  int classes() {
    return columns <= NARROW ? NARROW : NARROW / 4;
  }

  /** By how many rows the prediction of classes is judged. */
  int judgedRows() {
    return columns <= NARROW ? 2_048 : Math.max(256, 2_048 * NARROW / columns);
  }
}
