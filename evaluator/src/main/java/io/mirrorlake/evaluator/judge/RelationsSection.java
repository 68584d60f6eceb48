package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.RelationMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.CurvePanel;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.relations.Compared;
import io.mirrorlake.evaluator.relations.FanOutScores;
import io.mirrorlake.evaluator.relations.FanOuts;
import io.mirrorlake.evaluator.relations.KeyAudit;
import io.mirrorlake.evaluator.relations.RelationScores;
import io.mirrorlake.evaluator.report.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What was found between tables, as scores and panels. Means are over references, all alike. */
public final class RelationsSection {
  /**
   * 95 of 100 bootstrap samples are below the limit: 1.645 standard deviations above the mean, were
   * they normal.
   */
  private static final double LIMIT_DEVIATIONS = 1.645;

  private static final int CURVES = 6;
  private static final int CURVE_POINTS = 50;

  private RelationsSection() {}

  /**
   * One reference.
   *
   * @param name such as {@code orders(customer_id) -> customers}
   * @param real how many children real parents have
   * @param synthetic how many children synthetic parents have
   * @param scores its scores
   * @param grandparents the mean error of associations with the grandparents' columns
   */
  public record Relation(
      String name,
      FanOuts real,
      FanOuts synthetic,
      RelationScores scores,
      Optional<Compared> grandparents) {}

  /** The contribution of these keys and references to a report. */
  public static Contribution of(List<KeyAudit> audits, List<Relation> relations) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(violations(audits));
    outcomes.add(
        shape(RelationMetrics.FAN_OUT_DISTANCE, relations, scores -> scores.fanOut().distance()));
    outcomes.add(
        shape(RelationMetrics.HOT_KEY_ERROR, relations, scores -> scores.fanOut().concentration()));
    outcomes.add(
        mean(RelationMetrics.PARENT_CHILD_ERROR, relations, one -> one.scores.association()));
    outcomes.add(mean(RelationMetrics.GRANDPARENT_ERROR, relations, Relation::grandparents));
    outcomes.add(mean(RelationMetrics.SIBLING_ERROR, relations, one -> one.scores.siblings()));
    outcomes.add(mean(RelationMetrics.JOINED_AUC, relations, one -> one.scores.joined()));
    List<Panel> panels = new ArrayList<>();
    panels.add(keys(audits));
    if (!relations.isEmpty()) {
      panels.add(references(relations));
      panels.add(siblings(relations));
      panels.add(tells(relations));
      panels.addAll(lorenz(relations));
    }
    return Contribution.of(outcomes, panels);
  }

  private static Outcome violations(List<KeyAudit> audits) {
    double rows = audits.stream().mapToDouble(KeyAudit::rows).sum();
    double broken = audits.stream().mapToDouble(KeyAudit::broken).sum();
    return Outcome.ofNeeding(
        RelationMetrics.KEY_VIOLATIONS,
        rows > 0 ? Optional.of(Measurement.of(broken / rows, 0)) : Optional.empty(),
        "one key with rows");
  }

  private static Outcome shape(
      Metric metric, List<Relation> relations, Function<RelationScores, FanOutScores.Score> score) {
    if (relations.isEmpty()) {
      return Outcome.notComputed(metric, "there are no references between the tables");
    }
    return measured(
        metric,
        relations.stream()
            .map(relation -> score.apply(relation.scores))
            .map(
                one ->
                    new Compared(
                        one.value(),
                        one.ceiling(),
                        one.floor(),
                        (one.limit() - one.ceiling()) / LIMIT_DEVIATIONS))
            .toList());
  }

  private static Outcome mean(
      Metric metric, List<Relation> relations, Function<Relation, Optional<Compared>> score) {
    List<Compared> scores = relations.stream().map(score).flatMap(Optional::stream).toList();
    if (scores.isEmpty()) {
      return Outcome.notComputed(
          metric, "no reference has columns on both sides and parents enough");
    }
    return measured(metric, scores);
  }

  /** The mean of one score of several references. */
  private static Outcome measured(Metric metric, List<Compared> scores) {
    double squares = scores.stream().mapToDouble(one -> Math.pow(one.standardError(), 2)).sum();
    return Outcome.measured(
        metric,
        Measurement.of(
            scores.stream().mapToDouble(Compared::score).average().orElseThrow(),
            Math.sqrt(squares) / scores.size(),
            scores.stream().mapToDouble(Compared::ceiling).average().orElseThrow(),
            scores.stream().mapToDouble(Compared::floor).average().orElseThrow()));
  }

  private static Panel keys(List<KeyAudit> audits) {
    return new TablePanel(
        new Panel.Label(
            "keys",
            MetricGroup.RELATIONS,
            "Keys",
            "Every key, counted over all synthetic rows. Violations repeat a primary key, have a null in it, or refer to a row that is not there."),
        List.of(
            Heading.text("key", "Key"),
            Heading.text("kind", "Kind"),
            Heading.count("rows", "Rows"),
            Heading.count("nulls", "Nulls"),
            Heading.count("violations", "Violations")),
        audits.stream()
            .sorted(Comparator.comparingLong(audit -> -audit.broken()))
            .map(
                audit ->
                    List.of(
                        Cell.of(audit.key()),
                        Cell.of(audit.kind().name().toLowerCase(Locale.ROOT)),
                        Cell.of((double) audit.rows()),
                        Cell.of((double) audit.nulls()),
                        Cell.of((double) audit.broken())))
            .toList());
  }

  private static Panel references(List<Relation> relations) {
    return new TablePanel(
        new Panel.Label(
            "references",
            MetricGroup.RELATIONS,
            "References",
            "Each reference: parents' children in number, the Kolmogorov-Smirnov distance beside what 95 of 100 bootstrap samples of the real parents stay below, the children of the hottest tenth of the parents, and how well families can be told from real ones (ceiling in the next column)."),
        List.of(
            Heading.text("reference", "Reference"),
            Heading.number("realMean", "Children, real"),
            Heading.number("syntheticMean", "Children, synthetic"),
            Heading.share("realChildless", "Childless, real"),
            Heading.share("syntheticChildless", "Childless, synthetic"),
            Heading.number("distance", "Fan-out distance"),
            Heading.number("limit", "Bootstrap 95 %"),
            Heading.share("realTop", "Top tenth, real"),
            Heading.share("syntheticTop", "Top tenth, synthetic"),
            Heading.number("joinedAuc", "Joined AUC"),
            Heading.number("joinedCeiling", "Ceiling")),
        relations.stream()
            .sorted(
                Comparator.comparingDouble(
                    one ->
                        one.scores.fanOut().distance().limit()
                            - one.scores.fanOut().distance().value()))
            .map(RelationsSection::row)
            .toList());
  }

  private static List<Cell> row(Relation one) {
    FanOutScores.Score distance = one.scores.fanOut().distance();
    return List.of(
        Cell.of(one.name),
        Cell.of(one.real.mean()),
        Cell.of(one.synthetic.mean()),
        Cell.of(one.real.childlessShare()),
        Cell.of(one.synthetic.childlessShare()),
        Cell.of(distance.value()),
        Cell.of(distance.limit()),
        Cell.of(one.real.topTenthShare()),
        Cell.of(one.synthetic.topTenthShare()),
        one.scores.joined().map(joined -> Cell.of(joined.score())).orElse(Cell.none()),
        one.scores.joined().map(joined -> Cell.of(joined.ceiling())).orElse(Cell.none()));
  }

  private static Panel siblings(List<Relation> relations) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Relation relation : relations) {
      for (RelationScores.SiblingColumn column : relation.scores.columns()) {
        rows.add(
            List.of(
                Cell.of(relation.name),
                Cell.of(column.column()),
                Cell.of(column.real()),
                Cell.of(column.synthetic()),
                Cell.of(Math.abs(column.real() - column.synthetic()))));
      }
    }
    rows.sort(Comparator.comparingDouble(row -> -row.get(4).number().orElse(0.0)));
    return new TablePanel(
        new Panel.Label(
            "siblingSimilarity",
            MetricGroup.RELATIONS,
            "Sibling similarity",
            "The share of a child column's variance that lies between families: eta squared for numbers and times, tau for labels. Largest differences first."),
        List.of(
            Heading.text("reference", "Reference"),
            Heading.text("column", "Column"),
            Heading.number("real", "Real"),
            Heading.number("synthetic", "Synthetic"),
            Heading.number("difference", "Difference")),
        rows.subList(0, Math.min(50, rows.size())));
  }

  private static Panel tells(List<Relation> relations) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Relation relation : relations) {
      relation
          .scores
          .tells()
          .forEach(
              tell ->
                  rows.add(
                      List.of(
                          Cell.of(relation.name), Cell.of(tell.column()), Cell.of(tell.share()))));
    }
    return new TablePanel(
        new Panel.Label(
            "familyTells",
            MetricGroup.RELATIONS,
            "What gives families away",
            "Which columns and aggregates the joined two-sample test gains most from, by reference."),
        List.of(
            Heading.text("reference", "Reference"),
            Heading.text("aggregate", "Column or aggregate"),
            Heading.share("share", "Share of the gain")),
        rows);
  }

  /** The Lorenz curves of the references whose hot keys are farthest off. */
  private static List<Panel> lorenz(List<Relation> relations) {
    List<Relation> worst =
        relations.stream()
            .sorted(Comparator.comparingDouble(one -> -one.scores.fanOut().concentration().value()))
            .limit(CURVES)
            .toList();
    List<Panel> panels = new ArrayList<>();
    for (Relation one : worst) {
      panels.add(
          new CurvePanel(
              new Panel.Label(
                  "lorenz" + panels.size(),
                  MetricGroup.RELATIONS,
                  "Hot keys of " + one.name,
                  "Lorenz curve: the share of all children that the share of parents with the fewest has. The diagonal is equality."),
              "Share of parents",
              "Share of children",
              List.of(
                  curve("synthetic", "Synthetic", one.synthetic),
                  curve("real", "Real", one.real))));
    }
    return panels;
  }

  private static CurvePanel.Curve curve(String key, String title, FanOuts fanOuts) {
    List<CurvePanel.Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double share = (double) i / CURVE_POINTS;
      points.add(new CurvePanel.Point(share, fanOuts.lorenz(share)));
    }
    return new CurvePanel.Curve(key, title, points);
  }
}
