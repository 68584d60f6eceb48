package io.mirrorlake.jobs.run;

import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.spark.EvaluatedTables;
import io.mirrorlake.evaluator.spark.Evaluation;
import io.mirrorlake.jobs.configuration.EvaluateConfiguration;
import io.mirrorlake.jobs.configuration.SourceConfiguration;
import io.mirrorlake.jobs.source.SourceFailures;
import io.mirrorlake.jobs.source.SourceTable;
import io.mirrorlake.jobs.source.SourceTables;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures synthetic rows against real ones, and writes the report. */
public final class EvaluateRun implements Job<EvaluateConfiguration> {
  @Override
  public ExitCode run(EvaluateConfiguration configuration, JobContext context) {
    MetricsTable.Origin origin =
        new MetricsTable.Origin(
            MetricsTable.Origin.place(configuration.train()),
            configuration.holdout().map(MetricsTable.Origin::place),
            MetricsTable.Origin.place(configuration.synthetic()),
            configuration.seed());
    return ReportOutput.write(
        configuration.output(), origin, context, () -> evaluate(configuration, context));
  }

  private static EvaluationReport evaluate(
      EvaluateConfiguration configuration, JobContext context) {
    SourceTables tables = SourceTables.of(context.spark());
    SourceTable train = tables.open(configuration.train());
    EvaluationRules.requireColumns(configuration, train);
    Optional<SourceTable> holdout =
        configuration.holdout().map(given -> alike(given, "holdout", train, tables));
    SourceTable synthetic = alike(configuration.synthetic(), "synthetic", train, tables);
    Optional<SourceTable> reference =
        configuration.privacy().reference().map(given -> alike(given, "reference", train, tables));
    Optional<SourceTable> compared =
        configuration.compare().map(given -> alike(given, "compared", train, tables));
    EvaluatedTables evaluated =
        new EvaluatedTables(
            train.rows(),
            holdout.map(SourceTable::rows),
            reference.map(SourceTable::rows),
            synthetic.rows(),
            compared.map(SourceTable::rows));
    return SourceFailures.explained(
        Stream.of(Optional.of(train), holdout, reference, Optional.of(synthetic), compared)
            .flatMap(Optional::stream)
            .toList(),
        () ->
            Evaluation.of(EvaluationRules.options(configuration))
                .run(evaluated, context.progress()));
  }

  /** The table with train's columns and types, as far as its format has none of its own. */
  private static SourceTable alike(
      SourceConfiguration configuration, String role, SourceTable train, SourceTables tables) {
    SourceTable table = tables.open(configuration, train.rows().schema());
    return SchemaAgreement.of(train, role).apply(table);
  }
}
