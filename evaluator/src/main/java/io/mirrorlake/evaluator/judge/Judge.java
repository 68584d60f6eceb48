package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Catalogue;
import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Subject;
import io.mirrorlake.evaluator.report.Subject.TableSize;
import io.mirrorlake.evaluator.sample.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs all metrics over the evidence and writes the report. A pure function of evidence, options
 * and engines.
 */
public final class Judge {
  private final EvaluationOptions options;
  private final Engines engines;
  private final Consumer<String> progress;
  private final VerdictRule rule;

  private Judge(EvaluationOptions options, Engines engines, Consumer<String> progress) {
    this.options = options;
    this.engines = engines;
    this.progress = progress;
    this.rule = new VerdictRule(options.thresholds());
  }

  /** A judge with these settings; each long step is announced to {@code progress}. */
  public static Judge of(EvaluationOptions options, Engines engines, Consumer<String> progress) {
    return new Judge(options, engines, progress);
  }

  /** The report on this evidence. */
  public EvaluationReport judge(Evidence evidence) {
    return judge(evidence, List.of());
  }

  /**
   * The report on this evidence.
   *
   * @param further what was found elsewhere, such as between tables
   */
  public EvaluationReport judge(Evidence evidence, List<Contribution> further) {
    ComparedColumns compared = ComparedColumns.of(evidence, options);
    Case tables = Case.of(compared, evidence, engines);
    List<Contribution> contributions = new ArrayList<>();
    for (Section section : Sections.all()) {
      progress.accept(section.step());
      contributions.add(section.examine(tables));
    }
    contributions.addAll(further);
    return EvaluationReport.of(
        subject(evidence, compared),
        contributions.stream()
            .flatMap(one -> one.outcomes().stream())
            .sorted(Comparator.comparingInt(outcome -> Catalogue.place(outcome.metric())))
            .map(outcome -> rule.judge(evidence.holdoutUnseen() ? outcome : outcome.ofSplit()))
            .toList(),
        contributions.stream().map(Contribution::details).reduce(Details.none(), Details::and),
        contributions.stream().flatMap(one -> one.panels().stream()).toList(),
        notes(evidence, contributions));
  }

  private Subject subject(Evidence evidence, ComparedColumns compared) {
    Evidence.FullScale all = evidence.fullScale();
    return new Subject(
        new TableSize(all.trainRows(), evidence.train().rows()),
        new TableSize(all.holdoutRows(), evidence.holdout().rows()),
        evidence.holdoutUnseen(),
        new TableSize(all.syntheticRows(), evidence.synthetic().rows()),
        compared.skipped(),
        options);
  }

  private List<String> notes(Evidence evidence, List<Contribution> contributions) {
    List<String> notes = new ArrayList<>(evidence.fullScale().notes());
    if (options.target().isEmpty()) {
      notes.add("No target was named, so no model was trained on the synthetic rows.");
    }
    evidence.train().columns().stream()
        .filter(Identifiers::looksNumbered)
        .forEach(
            column ->
                notes.add(
                    "The numbers of column '"
                        + column.name()
                        + "' differ in every row. If it is a key, leave it out (exclude): keys"
                        + " stand for no values, and tell any synthetic row."));
    contributions.forEach(one -> notes.addAll(one.notes()));
    return notes;
  }
}
