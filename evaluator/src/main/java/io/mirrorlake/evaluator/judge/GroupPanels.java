package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.UtilityMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.utility.GroupScore;
import io.mirrorlake.evaluator.utility.ModelComparison;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores and a table of the groups that the configuration names. */
final class GroupPanels {
  private static final int SHOWN = 50;

  private GroupPanels() {}

  /** Two outcomes, whether groups were named or not. */
  static List<Outcome> outcomes(Optional<ModelComparison> models, List<String> named) {
    Optional<List<GroupScore>> groups =
        models.map(ModelComparison::groups).filter(found -> !found.isEmpty());
    if (groups.isEmpty()) {
      String reason =
          named.isEmpty()
              ? "no groups were named"
              : "needs classes to predict, and a group of 200 holdout rows in a compared column";
      return List.of(
          Outcome.notComputed(UtilityMetrics.GROUP_GAP, reason),
          Outcome.notComputed(UtilityMetrics.GROUP_SHIFT, reason));
    }
    List<GroupScore> found = groups.get();
    GroupScore clearest =
        found.stream().max(Comparator.comparingDouble(GroupPanels::clearness)).orElseThrow();
    double error = ManyTests.standardError(clearest.standardError(), found.size());
    double shift = found.stream().mapToDouble(GroupScore::shift).max().orElseThrow();
    return List.of(
        Outcome.measured(
            UtilityMetrics.GROUP_GAP, Measurement.of(clearest.gap(), error).withCeiling(0)),
        Outcome.measured(UtilityMetrics.GROUP_SHIFT, Measurement.of(shift, 0)));
  }

  /** The gap in standard errors. */
  private static double clearness(GroupScore group) {
    return group.standardError() > 0 ? group.gap() / group.standardError() : 0;
  }

  static Optional<Panel> panel(ModelComparison models) {
    return models.groups().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TablePanel(
                new Panel.Label(
                    "groups",
                    MetricGroup.UTILITY,
                    "Named groups",
                    "What models from synthetic and from real rows do to each group that the configuration names: share of right"
                        + " predictions, loss with its standard error, and how much the predicted classes shift."),
                List.of(
                    Heading.text("columns", "Columns"),
                    Heading.text("group", "Group"),
                    Heading.count("rows", "Rows"),
                    Heading.share("synthetic", "Synthetic"),
                    Heading.share("real", "Real"),
                    Heading.share("gap", "Loss"),
                    Heading.share("standardError", "Standard error"),
                    Heading.share("shift", "Shift")),
                models.groups().stream()
                    .sorted(Comparator.comparingDouble(group -> -clearness(group)))
                    .limit(SHOWN)
                    .map(GroupPanels::row)
                    .toList()));
  }

  private static List<Cell> row(GroupScore group) {
    return List.of(
        Cell.of(group.columns()),
        Cell.of(group.group()),
        Cell.of((double) group.rows()),
        Cell.of(group.synthetic()),
        Cell.of(group.real()),
        Cell.of(group.gap()),
        Cell.of(group.standardError()),
        Cell.of(group.shift()));
  }
}
