package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.metric.PrivacyMetrics;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.ThresholdsConfiguration;
import io.mirrorlake.jobs.configuration.ThresholdsConfiguration.BandConfiguration;
import io.mirrorlake.jobs.source.SourceTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How to evaluate: the configuration, in the judge's words. */
final class EvaluationRules {
  private EvaluationRules() {}

  static void requireColumns(EvaluateConfiguration configuration, SourceTable train) {
    List<String> columns = List.of(train.rows().columns());
    configuration
        .target()
        .ifPresent(column -> ProfileRules.requireColumn("target", column, columns));
    configuration
        .exclude()
        .forEach(column -> ProfileRules.requireColumn("exclude", column, columns));
  }

  static EvaluationOptions options(EvaluateConfiguration configuration) {
    return new EvaluationOptions(
        configuration.target(),
        configuration.exclude(),
        configuration.seed(),
        configuration.sampleRows(),
        configuration.probes(),
        thresholds(configuration.thresholds()));
  }

  private static Thresholds thresholds(ThresholdsConfiguration given) {
    Map<Metric, Optional<BandConfiguration>> bands = new LinkedHashMap<>();
    bands.put(ColumnMetrics.COLUMN_ERROR, given.columnError());
    bands.put(ColumnMetrics.MISSINGNESS_ERROR, given.missingnessError());
    bands.put(PairMetrics.ASSOCIATION_ERROR, given.associationError());
    bands.put(JointMetrics.TRIPLE_ACCURACY, given.tripleAccuracy());
    bands.put(JointMetrics.TWO_SAMPLE_AUC, given.twoSampleAuc());
    bands.put(UtilityMetrics.TRAIN_SYNTHETIC_SCORE, given.trainSyntheticScore());
    bands.put(PrivacyMetrics.NEAREST_TRAIN_SHARE, given.nearestTrainShare());
    bands.put(PrivacyMetrics.DUPLICATE_EXCESS, given.duplicateExcess());
    Thresholds thresholds = Thresholds.defaults();
    for (Map.Entry<Metric, Optional<BandConfiguration>> one : bands.entrySet()) {
      if (one.getValue().isPresent()) {
        BandConfiguration band = one.getValue().get();
        thresholds = thresholds.with(one.getKey(), new Band(band.warn(), band.fail()));
      }
    }
    return thresholds;
  }
}
