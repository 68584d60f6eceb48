package io.mirrorlake.evaluator.twosample;

import io.mirrorlake.evaluator.score.RocCurve;
import java.util.List;

/**
 * What a {@link TwoSampleTest} found.
 *
 * @param area the cross-validated area under the curve
 * @param standardError its standard error
 * @param rowsPerTable how many rows of each table were used
 * @param importances each column's share of what the trees gained
 * @param curve the mean curve of the folds
 */
public record TwoSampleResult(
    double area,
    double standardError,
    int rowsPerTable,
    List<Importance> importances,
    List<RocCurve.Point> curve) {
  public TwoSampleResult {
    importances = List.copyOf(importances);
    curve = List.copyOf(curve);
  }

  /**
   * How much a column helped to tell the tables apart.
   *
   * @param column the column
   * @param share its share of all columns' gains, 0 to 1
   */
  public record Importance(String column, double share) {}
}
