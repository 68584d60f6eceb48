package io.mirrorlake.profiler.tree;

import java.util.List;

/**
 * The columns of the sample as they stand in the table, to be grown in one order or another.
 *
 * @param known which of them, the first, have a fixed place
 * @param strength how much they tell of each other
 * @param how how trees are grown in trials
 */
record TrialColumns(
    List<CodeColumn> columns,
    KnownFirst known,
    DependenceStrength strength,
    Growing how,
    long secret) {
  /**
   * How trees are grown.
   *
   * @param units whose the rows are
   */
  record Growing(TreeOptions options, RowUnits units) {}

  /** Whether any column may take any place. */
  boolean free() {
    return known.fixed() == 0;
  }

  /**
   * How many parts of the rows are held out in turn at most while orders are compared. Of tables
   * with relatives there are many; where one part cannot tell their orders apart, either will do.
   */
  int parts() {
    return free() ? Math.min(TrialRows.PARTS, budget().parts()) : 1;
  }

  /** What trials may cost. */
  TreeBudget budget() {
    return TreeBudget.of(columns.size());
  }

  /** The growth in this order. */
  TreeGrowth inOrder(List<Integer> order) {
    return TreeGrowth.of(columns, known, strength, order, how.options(), secret)
        .withUnits(how.units());
  }

  /** The growth of each of these columns from all others; it grows no other column. */
  TreeGrowth eachFromOthers(List<Integer> targets) {
    return TreeGrowth.eachFromOthers(columns, strength, targets, how.options(), secret)
        .withUnits(how.units());
  }

  /** The logarithms of the shares that the codes of some rows have in all rows. */
  double[] ownLogs(int column, int[] rows) {
    double[] shares = columns.get(column).scale().distribution();
    double[] logs = new double[rows.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(shares[columns.get(column).code(rows[i])]);
    }
    return logs;
  }
}
