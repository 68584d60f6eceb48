package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.relations.KeyAudit;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Subject;
import io.mirrorlake.evaluator.report.Subject.TableSize;
import io.mirrorlake.evaluator.sequence.SequenceComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Writes the report on several tables that refer to each other. */
public final class DatasetJudge {
  private static final String NO_HOLDOUT =
      "A dataset is judged without a holdout: ceilings are halves and bootstrap samples of the real tables, and nothing is said about copies of real rows. Evaluate a single table with a holdout for that.";

  private DatasetJudge() {}

  /**
   * What was found.
   *
   * @param tables the tables
   * @param audits the keys of the synthetic tables
   * @param relations the references
   * @param sequences the tables whose rows follow each other
   * @param skipped columns that no metric looks at
   * @param notes what a reader has to know beside
   */
  public record Findings(
      List<TablesSection.Table> tables,
      List<KeyAudit> audits,
      List<RelationsSection.Relation> relations,
      List<SequenceComparison> sequences,
      List<Subject.SkippedColumn> skipped,
      List<String> notes) {
    public Findings {
      tables = List.copyOf(tables);
      audits = List.copyOf(audits);
      relations = List.copyOf(relations);
      sequences = List.copyOf(sequences);
      skipped = List.copyOf(skipped);
      notes = List.copyOf(notes);
    }
  }

  /** The report on these findings. */
  public static EvaluationReport judge(Findings findings, EvaluationOptions options) {
    VerdictRule rule = new VerdictRule(options.thresholds());
    List<Contribution> contributions = new ArrayList<>();
    contributions.add(TablesSection.of(findings.tables, options.seed()));
    contributions.add(RelationsSection.of(findings.audits, findings.relations));
    if (!findings.sequences.isEmpty()) {
      contributions.add(SequenceSection.of(findings.sequences));
    }
    return EvaluationReport.of(
        subject(findings, options),
        contributions.stream()
            .flatMap(one -> one.outcomes().stream())
            .sorted(Comparator.comparingInt(outcome -> Catalogue.place(outcome.metric())))
            .map(rule::judge)
            .toList(),
        Details.none(),
        contributions.stream().flatMap(one -> one.panels().stream()).toList(),
        Stream.of(
                Stream.of(NO_HOLDOUT),
                findings.notes.stream(),
                contributions.stream().flatMap(one -> one.notes().stream()))
            .flatMap(notes -> notes)
            .toList());
  }

  private static Subject subject(Findings findings, EvaluationOptions options) {
    List<TablesSection.Table> tables = findings.tables;
    return new Subject(
        size(tables, TablesSection.Table::realRows, table -> table.real().rows()),
        new TableSize(0, 0),
        true,
        size(tables, TablesSection.Table::syntheticRows, table -> table.synthetic().rows()),
        findings.skipped,
        options);
  }

  private static TableSize size(
      List<TablesSection.Table> tables,
      ToLongFunction<TablesSection.Table> rows,
      ToLongFunction<TablesSection.Table> sampled) {
    return new TableSize(
        tables.stream().mapToLong(rows).sum(),
        Math.toIntExact(tables.stream().mapToLong(sampled).sum()));
  }
}
