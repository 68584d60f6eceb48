package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.copula.TreeColumn;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.Marginal;
import java.util.List;

/** Whether a tree copula's codes are those of the table's marginals. */
final class TreeCopulaFit {
  private TreeCopulaFit() {}

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException where a column is not drawn, or its codes do not cover its
   *     segments with the nulls apart
   */
  static void require(String table, List<ColumnProfile> columns, TreeCopula copula) {
    for (TreeColumn trees : copula.columns()) {
      Marginal marginal = marginal(table, columns, trees);
      int last = trees.starts().get(trees.codes() - 1);
      boolean nulls = marginal.nullProbability() > 0;
      int segments = marginal.segmentCount();
      if (nulls ? last != segments : last >= segments) {
        throw new IllegalArgumentException(
            "the last code of column '"
                + trees.name()
                + "' of table '"
                + table
                + "' starts at segment "
                + last
                + ", but its marginal has "
                + segments
                + " segments "
                + (nulls ? "and nulls" : "and no nulls"));
      }
    }
  }

  private static Marginal marginal(String table, List<ColumnProfile> columns, TreeColumn trees) {
    return columns.stream()
        .filter(column -> column.name().equals(trees.name()))
        .filter(column -> trees.isDecided() ? isDecided(column, trees) : isDrawn(column))
        .findFirst()
        .flatMap(ColumnProfile::distribution)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the copula of table '"
                        + table
                        + "' has "
                        + (trees.isDecided() ? "codes" : "trees")
                        + " for '"
                        + trees.name()
                        + "', which is no "
                        + (trees.isDecided()
                            ? "column that '" + trees.decidedBy() + "' decides"
                            : "drawn column")));
  }

  private static boolean isDrawn(ColumnProfile column) {
    return column instanceof ColumnProfile.Drawn;
  }

  private static boolean isDecided(ColumnProfile column, TreeColumn trees) {
    return column instanceof ColumnProfile.Derived derived
        && derived.formula() instanceof Formula.Lookup lookup
        && lookup.from().equals(trees.decidedBy());
  }
}
