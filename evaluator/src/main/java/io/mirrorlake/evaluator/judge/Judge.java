package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.report.Details;
import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.report.EvaluationReport;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.Metric;
import io.mirrorlake.evaluator.report.MetricResult;
import io.mirrorlake.evaluator.report.Subject;
import io.mirrorlake.evaluator.report.Subject.TableSize;
import io.mirrorlake.evaluator.twosample.TwoSampleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    ComparedColumns compared = ComparedColumns.of(evidence, options);
    Scene scene = compared.scene();
    Scene coarse = scene.coarse();

    progress.accept("comparing columns, pairs and triples");
    FidelitySection fidelity = FidelitySection.of(scene);
    progress.accept("two-sample test with boosted trees");
    Optional<TwoSampleSection> twoSample = TwoSampleSection.of(coarse);
    options.target().ifPresent(name -> progress.accept("training models to predict " + name));
    UtilitySection utility = UtilitySection.of(coarse, engines.learners());
    progress.accept("looking for copies and nearest records");
    Optional<PrivacySection> privacy =
        PrivacySection.of(scene, evidence.fullScale(), engines.nearest());

    List<MetricResult> results = new ArrayList<>(fidelity(fidelity, compared));
    results.add(
        result(
            Metric.TWO_SAMPLE_AUC,
            twoSample.map(TwoSampleSection::auc),
            TwoSampleTest.MIN_ROWS + " rows"));
    results.add(utility.result(rule));
    results.add(
        result(
            Metric.NEAREST_TRAIN_SHARE,
            privacy.map(PrivacySection::nearestShare),
            "200 real rows"));
    results.add(
        result(
            Metric.DUPLICATE_EXCESS,
            privacy.map(PrivacySection::duplicateExcess),
            "200 real rows"));
    Details details =
        new Details(
            fidelity.columns(compared.missing()),
            scene.train().width() < 2 ? Optional.empty() : Optional.of(fidelity.pairs()),
            fidelity.triples(),
            twoSample.map(TwoSampleSection::synthetic),
            utility.scores(),
            privacy.map(PrivacySection::report));
    return new EvaluationReport(subject(evidence, compared), results, details, notes(evidence));
  }

  private List<MetricResult> fidelity(FidelitySection fidelity, ComparedColumns compared) {
    int width = compared.scene().train().width();
    return List.of(
        rule.judge(Metric.COLUMN_ERROR, fidelity.columnError()),
        rule.judge(Metric.MISSINGNESS_ERROR, compared.missingnessError()),
        result(
            Metric.ASSOCIATION_ERROR,
            width < 2 ? Optional.empty() : Optional.of(fidelity.associationError()),
            "two columns"),
        result(
            Metric.TRIPLE_ACCURACY,
            width < 3 ? Optional.empty() : Optional.of(fidelity.tripleAccuracy()),
            "three columns"));
  }

  private MetricResult result(Metric metric, Optional<Measurement> measurement, String needed) {
    return measurement
        .map(found -> rule.judge(metric, found))
        .orElseGet(
            () -> MetricResult.notComputed(metric, "needs at least " + needed + " in each table"));
  }

  private Subject subject(Evidence evidence, ComparedColumns compared) {
    Evidence.FullScale all = evidence.fullScale();
    return new Subject(
        new TableSize(all.trainRows(), evidence.train().rows()),
        new TableSize(all.holdoutRows(), evidence.holdout().rows()),
        new TableSize(all.syntheticRows(), evidence.synthetic().rows()),
        compared.skipped(),
        options);
  }

  private List<String> notes(Evidence evidence) {
    List<String> notes = new ArrayList<>(evidence.fullScale().notes());
    if (options.target().isEmpty()) {
      notes.add("No target was named, so no model was trained on the synthetic rows.");
    }
    return notes;
  }
}
