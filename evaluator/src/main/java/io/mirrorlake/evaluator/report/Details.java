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

  /** Nothing. */
  public static Details none() {
    return new Details(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** These and others, which hold what is empty here. */
  public Details and(Details other) {
    return new Details(
        columns.isEmpty() ? other.columns : columns,
        pairs.or(() -> other.pairs),
        triples.or(() -> other.triples),
        twoSample.or(() -> other.twoSample),
        utility.or(() -> other.utility),
        privacy.or(() -> other.privacy));
  }

  /** The same with a two-sample test. */
  public Details withTwoSample(Optional<TwoSampleResult> result) {
    return new Details(columns, pairs, triples, result, utility, privacy);
  }

  /** The same with models trained on synthetic rows. */
  public Details withUtility(Optional<TrainSyntheticTestReal> scores) {
    return new Details(columns, pairs, triples, twoSample, scores, privacy);
  }

  /** The same with copies and near copies. */
  public Details withPrivacy(Optional<PrivacyReport> report) {
    return new Details(columns, pairs, triples, twoSample, utility, report);
  }
}
