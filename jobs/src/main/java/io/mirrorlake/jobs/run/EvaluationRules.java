package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.metric.Band;
import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.SequenceOptions;
import io.mirrorlake.evaluator.report.Thresholds;
import io.mirrorlake.jobs.configuration.AuditConfiguration;
import io.mirrorlake.jobs.configuration.BandConfiguration;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.Keys;
import io.mirrorlake.jobs.configuration.TargetConfiguration;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
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
        .ifPresent(
            target -> {
              requireColumn("target", target.column(), columns);
              target.groups().forEach(column -> requireColumn("target.groups", column, columns));
            });
    configuration
        .sequences()
        .ifPresent(
            rows -> {
              requireColumn("sequences.by", rows.by(), columns);
              requireColumn("sequences.order", rows.order(), columns);
              rows.columns().forEach(column -> requireColumn("sequences.columns", column, columns));
            });
    configuration.exclude().forEach(column -> requireColumn("exclude", column, columns));
  }

  /** A column, or a part of a nested one, which is looked for later. */
  private static void requireColumn(String key, String column, List<String> columns) {
    if (columns.stream()
        .noneMatch(name -> column.startsWith(name + ".") || column.startsWith(name + "["))) {
      ProfileRules.requireColumn(key, column, columns);
    }
  }

  static EvaluationOptions options(EvaluateConfiguration configuration) {
    return new EvaluationOptions(
        configuration.target().map(TargetConfiguration::column),
        configuration.target().map(TargetConfiguration::groups).orElse(List.of()),
        configuration
            .sequences()
            .map(rows -> new SequenceOptions(rows.by(), rows.order(), rows.columns())),
        configuration.exclude(),
        configuration.seed(),
        configuration.sampleRows(),
        configuration.privacy().probes(),
        thresholds(configuration.thresholds()));
  }

  static EvaluationOptions options(AuditConfiguration configuration) {
    return new EvaluationOptions(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        configuration.exclude(),
        configuration.seed(),
        configuration.sampleRows(),
        EvaluationOptions.DEFAULT_PROBES,
        thresholds(configuration.thresholds()));
  }

  private static Thresholds thresholds(Map<String, BandConfiguration> given) {
    List<String> judged =
        Catalogue.all().stream()
            .filter(metric -> metric.rule().band().isPresent())
            .map(Metric::key)
            .toList();
    Map<String, Band> bands = new LinkedHashMap<>();
    given.forEach(
        (key, band) -> {
          requireJudged(key, judged);
          bands.put(key, new Band(band.warn(), band.fail()));
        });
    return new Thresholds(bands);
  }

  private static void requireJudged(String key, List<String> judged) {
    if (!judged.contains(key)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "unknown key 'thresholds." + key + "': no score with a verdict has this name",
          Keys.nearest(key, judged.stream())
              .map(nearest -> "write 'thresholds." + nearest + "', which is the nearest known key")
              .orElse("use one of " + judged));
    }
  }
}
