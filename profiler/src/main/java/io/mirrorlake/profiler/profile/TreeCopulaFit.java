package io.mirrorlake.profiler.profile;

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
      Marginal marginal =
          columns.stream()
              .filter(column -> column.name().equals(trees.name()))
              .filter(ColumnProfile.Drawn.class::isInstance)
              .map(column -> ((ColumnProfile.Drawn) column).marginal())
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the copula of table '"
                              + table
                              + "' has trees for '"
                              + trees.name()
                              + "', which is no drawn column"));
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
}
