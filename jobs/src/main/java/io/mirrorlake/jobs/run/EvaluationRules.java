package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.evaluator.report.Thresholds.Band;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.ThresholdsConfiguration;
import io.mirrorlake.jobs.configuration.ThresholdsConfiguration.BandConfiguration;
import io.mirrorlake.jobs.source.SourceTable;
import java.util.List;
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
    Thresholds defaults = Thresholds.defaults();
    return new Thresholds(
        band(given.columnError(), defaults.columnError()),
        band(given.missingnessError(), defaults.missingnessError()),
        band(given.associationError(), defaults.associationError()),
        band(given.tripleAccuracy(), defaults.tripleAccuracy()),
        band(given.twoSampleAuc(), defaults.twoSampleAuc()),
        band(given.trainSyntheticScore(), defaults.trainSyntheticScore()),
        band(given.nearestTrainShare(), defaults.nearestTrainShare()),
        band(given.duplicateExcess(), defaults.duplicateExcess()));
  }

  private static Band band(Optional<BandConfiguration> given, Band fallback) {
    return given.map(band -> new Band(band.warn(), band.fail())).orElse(fallback);
  }
}
