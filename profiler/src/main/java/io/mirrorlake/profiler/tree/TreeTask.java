package io.mirrorlake.profiler.tree;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What one tree is grown for: a column's codes, seen as groups and scores of its own, and the
 * columns that may be asked.
 */
final class TreeTask {
  /** More leaves make a tree long, and tell nothing new. */
  private static final int MOST_LEAVES = 8192;

  /** The same for related rows: databases have many tables. */
  private static final int MOST_RELATED_LEAVES = 1024;

  private final CodeColumn column;
  private final List<CodeColumn> ancestors;
  private final TreeOptions options;
  private final RowUnits units;
  private final double[] products;
  private final NodeGroups groups;
  private final double[] scores;
  private final int[] line;

  /**
   * @param units whose the rows are
   * @param products n log n at index n, for every number of rows
   */
  TreeTask(
      CodeColumn column,
      List<CodeColumn> ancestors,
      TreeOptions options,
      RowUnits units,
      double[] products,
      RandomGenerator random) {
    this.column = column;
    this.ancestors = ancestors;
    this.options = options;
    this.units = units;
    this.products = products;
    this.groups = new NodeGroups(column, random);
    this.scores = new double[groups.most()];
    boolean ranked = column.scale().ordered() && random.nextBoolean();
    for (int g = 0; g < scores.length; g++) {
      scores[g] = ranked ? g : random.nextGaussian();
    }
    this.line =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(g -> column.scale().ordered() ? g : scores[g]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  CodeColumn column() {
    return column;
  }

  List<CodeColumn> ancestors() {
    return ancestors;
  }

  TreeOptions options() {
    return options;
  }

  /** The fewest of all rows that a leaf is learned from. */
  int leafRows() {
    int most = units.areRows() ? MOST_LEAVES : MOST_RELATED_LEAVES;
    return Math.max(options.leafUnits(), column.rows() / most);
  }

  /** Whose the rows are. */
  RowUnits units() {
    return units;
  }

  /** The groups that a node's codes are joined to. */
  NodeGroups groups() {
    return groups;
  }

  /**
   * What a group counts for when codes without an order are put in a line: its rank, or, for other
   * contrasts in other trees, a number drawn for it.
   */
  double score(int group) {
    return scores[group];
  }

  /** The groups with neighbours side by side: in their order, or, without one, by their scores. */
  int[] line() {
    return line;
  }

  /** n log n. */
  double product(int n) {
    return products[n];
  }
}
