package io.mirrorlake.evaluator.report;

import io.mirrorlake.evaluator.twosample.TwoSampleResult;
import io.mirrorlake.evaluator.utility.TrainSyntheticTestReal;
import java.util.List;
import java.util.Optional;

/**
 * What lies behind the scores; parts of metrics that were not computed are empty.
 *
 * @param columns each column, in the order of the table
 * @param pairs pairs of columns
 * @param triples triples of columns
 * @param twoSample the two-sample test
 * @param utility the models trained on synthetic rows
 * @param privacy copies and near copies
 */
public record Details(
    List<ColumnReport> columns,
    Optional<PairReport> pairs,
    Optional<TripleReport> triples,
    Optional<TwoSampleResult> twoSample,
    Optional<TrainSyntheticTestReal> utility,
    Optional<PrivacyReport> privacy) {
  public Details {
    columns = List.copyOf(columns);
  }
}
