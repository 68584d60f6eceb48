package io.mirrorlake.evaluator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.metric.Metric;
import java.util.Locale;

/**
 * The report as JSON. Keys and their order are stable and described by {@code
 * conf/schemas/report.schema.json}; the same report is the same text.
 */
public final class ReportJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportJson() {}

  /** The JSON text, with a line break at its end. */
  public static String write(EvaluationReport report) {
    JsonWriter json =
        JsonWriter.of()
            .put("version", EvaluationReport.VERSION)
            .put("verdict", text(report.verdict()))
            .put("memorisationAlarm", report.alarm())
            .putObject("subject", report.subject(), ReportJson::subject)
            .putObjects("metrics", report.metrics(), ReportJson::metric)
            .putObject("details", report.details(), DetailsJson::details)
            .putObjects("panels", report.panels(), PanelsJson::panel)
            .putObjects("comparisons", report.comparisons(), ReportJson::comparison)
            .putTexts("notes", report.notes());
    // The line separator is fixed: the text must not depend on the machine.
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(json.node()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that cannot be written", e);
    }
  }

  static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void subject(JsonWriter json, Subject subject) {
    json.putObject("train", subject.train(), ReportJson::size)
        .putObject("holdout", subject.holdout(), ReportJson::size)
        .put("holdoutUnseen", subject.holdoutUnseen())
        .putObject("synthetic", subject.synthetic(), ReportJson::size)
        .putObjects(
            "skippedColumns",
            subject.skipped(),
            (one, skipped) -> one.put("name", skipped.name()).put("reason", skipped.reason()))
        .putObject("options", subject.options(), ReportJson::options);
  }

  private static void size(JsonWriter json, Subject.TableSize size) {
    json.put("rows", size.rows()).put("sampledRows", size.sampledRows());
  }

  private static void options(JsonWriter json, EvaluationOptions options) {
    json.putText("target", options.target())
        .putTexts("excludedColumns", options.excludedColumns())
        .put("seed", options.seed())
        .put("sampleRows", options.sampleRows())
        .put("probes", options.probes())
        .putObject(
            "thresholds",
            options.thresholds(),
            (thresholds, values) -> {
              for (Metric metric : Catalogue.all()) {
                values
                    .of(metric)
                    .ifPresent(
                        limits ->
                            thresholds.putObject(
                                metric.key(),
                                limits,
                                (band, two) ->
                                    band.put("warn", two.warn()).put("fail", two.fail())));
              }
            });
  }

  private static void metric(JsonWriter json, MetricResult result) {
    json.put("key", result.metric().key())
        .put("title", result.metric().title())
        .put("group", result.metric().group().key())
        .put("unit", result.metric().unit())
        .put("better", text(result.metric().better()))
        .putText("verdict", result.verdict().map(ReportJson::text))
        .put("memorisationAlarm", result.alarm())
        .put("reason", result.reason())
        .putNumber("score", result.measurement().map(Measurement::score))
        .putNumber("standardError", result.measurement().map(Measurement::standardError))
        .putNumber("ceiling", result.measurement().flatMap(Measurement::ceiling))
        .putNumber("floor", result.measurement().flatMap(Measurement::floor))
        .putNumber("againstHoldout", result.measurement().flatMap(Measurement::againstHoldout))
        .putNumber("alarmBound", result.measurement().flatMap(Measurement::alarmBound));
  }

  private static void comparison(JsonWriter json, ScoreComparison comparison) {
    json.put("kind", text(comparison.kind()))
        .put("name", comparison.name())
        .putObjects(
            "changes",
            comparison.changes(),
            (one, change) ->
                one.put("key", change.metric().key())
                    .put("score", change.score())
                    .put("other", change.other())
                    .put("gain", change.gain())
                    .put("standardError", change.error())
                    .put("direction", text(change.direction())))
        .putTexts("onlyHere", comparison.onlyHere())
        .putTexts("onlyThere", comparison.onlyThere());
  }
}
