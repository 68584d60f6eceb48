package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.attack.AttackResult;
import io.mirrorlake.evaluator.attack.CorrectAttribution;
import io.mirrorlake.evaluator.attack.Recognition;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.CurvePanel;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.privacy.ColumnSubsets;
import io.mirrorlake.evaluator.privacy.RecordDistances;
import io.mirrorlake.evaluator.score.Interval;
import io.mirrorlake.evaluator.score.RocCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables and curves behind the privacy scores. */
final class PrivacyPanels {
  /** As long as a reader may look at. */
  private static final int LONGEST = 50;

  private PrivacyPanels() {}

  /**
   * Distances of some rows to some table.
   *
   * @param name of which rows to which table
   * @param distances the distances
   */
  record Line(String name, RecordDistances distances) {}

  static Panel distances(double nearCopy, List<Line> lines) {
    return new TablePanel(
        label(
            "recordDistances",
            "Distances to the closest record",
            String.format(
                Locale.ROOT,
                "DCR: distance to the closest record, 1 for one whole column; NNDR: that over the distance to the second closest. "
                    + "Synthetic rows should come no nearer to train than to the holdout. Up to %.4f a row counts as a near copy.",
                nearCopy)),
        List.of(
            Heading.text("rows", "Rows"),
            Heading.number("closestFifth", "DCR, 5th percentile"),
            Heading.number("closestMedian", "DCR, median"),
            Heading.number("ratioFifth", "NNDR, 5th percentile"),
            Heading.number("ratioMedian", "NNDR, median")),
        lines.stream()
            .map(
                line ->
                    List.of(
                        Cell.of(line.name),
                        Cell.of(line.distances.closestFifth()),
                        Cell.of(line.distances.closestMedian()),
                        Cell.of(line.distances.ratioFifth()),
                        Cell.of(line.distances.ratioMedian())))
            .toList());
  }

  static Panel subsets(ColumnSubsets subsets, List<String> names) {
    return new TablePanel(
        label(
            "columnSubsets",
            "Nearer to train along some columns",
            "The nearest-to-train share along random halves of the columns, the most suspicious first; deviations are in standard errors."),
        List.of(
            Heading.text("columns", "Columns"),
            Heading.share("share", "Share nearer to train"),
            Heading.number("deviations", "Deviations from one half")),
        subsets.shares().stream()
            .sorted(Comparator.comparingDouble(ColumnSubsets.Share::deviations).reversed())
            .map(
                share ->
                    List.of(
                        Cell.of(
                            share.axes().stream()
                                .map(names::get)
                                .collect(Collectors.joining(", "))),
                        Cell.of(share.counts().share()),
                        Cell.of(share.deviations())))
            .toList());
  }

  static Panel recognition(List<String> names, List<Recognition> found) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Recognition one = found.get(i);
      Interval area = Interval.normal(one.area(), one.areaError());
      Interval rate = Interval.normal(one.truePositives(), one.truePositivesError());
      rows.add(
          List.of(
              Cell.of(names.get(i)),
              Cell.of(one.members()),
              Cell.of(one.others()),
              Cell.of(one.area()),
              Cell.of(area.low()),
              Cell.of(area.high()),
              Cell.of(one.truePositives()),
              Cell.of(rate.low()),
              Cell.of(rate.high())));
    }
    return new TablePanel(
        label(
            "membership",
            "Membership inference",
            "Training rows told from real rows that nobody trained on, by the density of synthetic rows around them over that of the reference. "
                + "Where nothing is told the area is 0.5 and the true positive rate 0.01."),
        List.of(
            Heading.text("targets", "Targets"),
            Heading.count("members", "Training rows"),
            Heading.count("others", "Others"),
            Heading.number("area", "Area under the curve"),
            Heading.number("areaLow", "Low"),
            Heading.number("areaHigh", "High"),
            Heading.share("truePositives", "True positives at 1 %"),
            Heading.share("truePositivesLow", "Low"),
            Heading.share("truePositivesHigh", "High")),
        rows);
  }

  static Panel membershipCurve(List<RocCurve.Point> points) {
    return new CurvePanel(
        label(
            "membershipCurve",
            "Membership inference, all targets",
            "The diagonal tells nothing; look at the left end, where few others are accused."),
        "Others taken for training rows",
        "Training rows found",
        List.of(
            new CurvePanel.Curve(
                "all",
                "All targets",
                points.stream()
                    .map(
                        point ->
                            new CurvePanel.Point(
                                point.falsePositiveRate(), point.truePositiveRate()))
                    .toList())));
  }

  /**
   * An attack.
   *
   * @param name what it is
   * @param column the column it is after; empty if none
   * @param result what became of it
   */
  record Attack(String name, String column, AttackResult result) {}

  static Panel attacks(List<Attack> attacks) {
    return new TablePanel(
        label(
            "attacks",
            "Attacks against their control group and a naive guess",
            "Shares of success with Wilson's 95 % intervals. Only what an attack gains over the control group, rows that nobody trained on, "
                + "speaks of a leak. It says nothing where a naive guess does as well."),
        List.of(
            Heading.text("attack", "Attack"),
            Heading.column("column", "Column"),
            Heading.share("train", "Against train"),
            Heading.share("trainLow", "Low"),
            Heading.share("trainHigh", "High"),
            Heading.share("control", "Against control"),
            Heading.share("controlLow", "Low"),
            Heading.share("controlHigh", "High"),
            Heading.share("naive", "Naive guess"),
            Heading.share("excess", "Excess over control"),
            Heading.share("risk", "Of what could be gained"),
            Heading.text("says", "Says")),
        attacks.stream().limit(LONGEST).map(PrivacyPanels::cells).toList());
  }

  private static List<Cell> cells(Attack attack) {
    AttackResult result = attack.result;
    Interval train = result.onTrain().interval();
    Interval control = result.onControl().interval();
    return List.of(
        Cell.of(attack.name),
        attack.column.isEmpty() ? Cell.none() : Cell.of(attack.column),
        Cell.of(result.onTrain().share()),
        Cell.of(train.low()),
        Cell.of(train.high()),
        Cell.of(result.onControl().share()),
        Cell.of(control.low()),
        Cell.of(control.high()),
        Cell.of(result.naive().share()),
        Cell.of(result.excess()),
        Cell.of(result.risk()),
        Cell.of(result.saysNothing() ? "nothing: a naive guess does as well" : "something"));
  }

  static Panel attributions(List<CorrectAttribution> found) {
    return new TablePanel(
        label(
            "categoricalCap",
            "CategoricalCAP",
            "The field's score for inferring a label from all other labels. It lacks the control group that stands beside it here: "
                + "where the two are alike, what is inferred is the population's pattern and not a training row's secret."),
        List.of(
            Heading.column("column", "Column"),
            Heading.number("train", "Score"),
            Heading.number("control", "Score of the control group")),
        found.stream()
            .limit(LONGEST)
            .map(
                one ->
                    List.of(
                        Cell.of(one.column()),
                        Cell.of(1 - one.onTrain()),
                        Cell.of(1 - one.onControl())))
            .toList());
  }

  private static Panel.Label label(String key, String title, String note) {
    return new Panel.Label(key, MetricGroup.PRIVACY, title, note);
  }
}
