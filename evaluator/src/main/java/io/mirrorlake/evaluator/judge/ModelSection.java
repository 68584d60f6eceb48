package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.score.Calibration;
import io.mirrorlake.evaluator.utility.BoostedLearner;
import io.mirrorlake.evaluator.utility.EveryTarget;
import io.mirrorlake.evaluator.utility.LabelledTable;
import io.mirrorlake.evaluator.utility.ModelComparison;
import io.mirrorlake.evaluator.utility.SegmentScore;
import io.mirrorlake.evaluator.utility.TargetCoder;
import io.mirrorlake.evaluator.utility.TrainSyntheticTestReal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What boosted trees learn from synthetic rows, of the target and of every other column. */
final class ModelSection {
  private static final int ROWS = 20_000;
  private static final int EVERY_ROWS = 4_000;
  private static final int LEAST_ROWS = 200;
  private static final int SHOWN = 30;

  private final Scene scene;

  private ModelSection(Scene scene) {
    this.scene = scene;
  }

  static List<Metric> metrics() {
    return List.of(
        UtilityMetrics.EVERY_TARGET,
        UtilityMetrics.AUGMENTED_SCORE,
        UtilityMetrics.CALIBRATION_ERROR,
        UtilityMetrics.IMPORTANCE_AGREEMENT,
        UtilityMetrics.SEGMENT_GAP,
        UtilityMetrics.GROUP_GAP,
        UtilityMetrics.GROUP_SHIFT);
  }

  static Contribution examine(Case tables) {
    ModelSection section = new ModelSection(tables.coarse());
    List<Outcome> outcomes = new ArrayList<>();
    List<Panel> panels = new ArrayList<>();
    section.everyTarget(outcomes, panels);
    Optional<ModelComparison> models = section.models();
    section.outcomes(models, outcomes);
    outcomes.addAll(GroupPanels.outcomes(models, section.scene.options().groups()));
    models.ifPresent(
        found -> {
          GroupPanels.panel(found).ifPresent(panels::add);
          panels.add(segments(found));
        });
    return Contribution.of(outcomes, panels);
  }

  private void everyTarget(List<Outcome> outcomes, List<Panel> panels) {
    EveryTarget found = every(scene.synthetic());
    if (found.scores().isEmpty()) {
      outcomes.add(
          Outcome.notComputed(
              UtilityMetrics.EVERY_TARGET, "needs a column that the others predict, and 200 rows"));
      return;
    }
    outcomes.add(
        Outcome.measured(
            UtilityMetrics.EVERY_TARGET,
            Measurement.of(found.recovered(), 0)
                .withCeiling(1)
                .withFloor(every(scene.independent()).recovered())));
    panels.add(
        new TablePanel(
            new Panel.Label(
                "everyTarget",
                MetricGroup.UTILITY,
                "Every column as the target",
                "Boosted trees predict each column of the holdout from the others: area under the curve or R2, trained on"
                    + " synthetic and on real rows. Columns that the others do not predict are left out."),
            List.of(
                Heading.column("column", "Column"),
                Heading.number("synthetic", "Synthetic"),
                Heading.number("real", "Real"),
                Heading.share("recovered", "Recovered")),
            found.scores().stream()
                .sorted(Comparator.comparingDouble(EveryTarget.TargetScore::recovered))
                .limit(SHOWN)
                .map(
                    one ->
                        List.of(
                            Cell.of(one.target()),
                            Cell.of(one.synthetic()),
                            Cell.of(one.real()),
                            Cell.of(one.recovered())))
                .toList()));
  }

  private EveryTarget every(SampleTable table) {
    return EveryTarget.of(
        some(scene.train(), EVERY_ROWS),
        some(table, EVERY_ROWS),
        some(scene.holdout(), EVERY_ROWS),
        BoostedLearner.of(),
        scene.seed());
  }

  private SampleTable some(SampleTable table, int rows) {
    return Draw.of(scene.seed(), "models").rows(table, rows);
  }

  /** Empty where there is no target, or too little of it. */
  private Optional<ModelComparison> models() {
    Optional<String> target = scene.options().target();
    if (target.isEmpty() || scene.train().width() < 2) {
      return Optional.empty();
    }
    TargetCoder coder = TargetCoder.of(scene.train().append(scene.holdout()), target.get());
    LabelledTable train = coder.label(some(scene.train(), ROWS));
    LabelledTable synthetic = coder.label(some(scene.synthetic(), ROWS));
    LabelledTable test = coder.label(some(scene.holdout(), ROWS));
    boolean enough =
        Stream.of(train, synthetic, test)
            .allMatch(table -> table.rows() >= LEAST_ROWS && table.distinctLabels() > 1);
    if (!enough || !BoostedLearner.of().handles(coder.task())) {
      return Optional.empty();
    }
    TrainSyntheticTestReal.Tables tables =
        new TrainSyntheticTestReal.Tables(synthetic, train, train, test);
    return Optional.of(
        ModelComparison.of(
            coder.task(), tables, BoostedLearner.of(), scene.options().groups(), scene.seed()));
  }

  private void outcomes(Optional<ModelComparison> models, List<Outcome> outcomes) {
    String needed = "needs a target with at least two values in 200 rows of each table";
    outcomes.add(
        outcome(
            UtilityMetrics.AUGMENTED_SCORE,
            models.map(found -> Measurement.of(found.augmented(), 0).withCeiling(found.real())),
            needed));
    outcomes.add(
        outcome(
            UtilityMetrics.CALIBRATION_ERROR,
            models
                .flatMap(ModelComparison::syntheticCalibration)
                .map(found -> Measurement.of(found.expectedError(), 0))
                .map(found -> withCeiling(found, models)),
            needed + ", and classes"));
    outcomes.add(
        outcome(
            UtilityMetrics.IMPORTANCE_AGREEMENT,
            models.map(found -> Measurement.of(found.importanceAgreement(), 0).withCeiling(1)),
            needed));
    outcomes.add(
        outcome(
            UtilityMetrics.SEGMENT_GAP,
            models
                .filter(found -> !found.segments().isEmpty())
                .map(
                    found ->
                        Measurement.of(
                                found.segments().stream()
                                    .mapToDouble(SegmentScore::gap)
                                    .max()
                                    .orElse(0),
                                0)
                            .withCeiling(0)),
            needed + ", and a column of labels with groups of 200 rows"));
  }

  private static Measurement withCeiling(
      Measurement measurement, Optional<ModelComparison> models) {
    return models
        .flatMap(ModelComparison::realCalibration)
        .map(Calibration::expectedError)
        .map(measurement::withCeiling)
        .orElse(measurement);
  }

  private static Outcome outcome(Metric metric, Optional<Measurement> measurement, String needed) {
    return measurement
        .map(found -> Outcome.measured(metric, found))
        .orElseGet(() -> Outcome.notComputed(metric, needed));
  }

  private static Panel segments(ModelComparison found) {
    return new TablePanel(
        new Panel.Label(
            "segments",
            MetricGroup.UTILITY,
            "Groups of holdout rows",
            "Share of right predictions in each group by models from synthetic and from real rows; the largest losses"
                + " come first. Look here for groups that must be treated fairly."),
        List.of(
            Heading.column("column", "Column"),
            Heading.text("group", "Group"),
            Heading.count("rows", "Rows"),
            Heading.share("synthetic", "Synthetic"),
            Heading.share("real", "Real"),
            Heading.share("gap", "Loss")),
        found.segments().stream()
            .sorted(Comparator.comparingDouble(segment -> -segment.gap()))
            .limit(SHOWN)
            .map(
                segment ->
                    List.of(
                        Cell.of(segment.column()),
                        Cell.of(segment.label()),
                        Cell.of((double) segment.rows()),
                        Cell.of(segment.synthetic()),
                        Cell.of(segment.real()),
                        Cell.of(segment.gap())))
            .toList());
  }
}
