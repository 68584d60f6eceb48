package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.comparison.QueryComparison;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.QueryMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.query.AggregateQuery;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.tally.Tallies;
import io.mirrorlake.evaluator.tally.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Answers to random queries, over all rows. */
final class QueryCounts {
  /** The 95th percentile of fewer errors is hardly more than the worst of them. */
  private static final int LEAST_QUERIES = 30;

  private static final double HIGH = 0.95;
  private static final int SHOWN = 30;

  private final Tallies tallies;
  private final QueryComparison synthetic;
  private final QueryComparison holdout;
  private final QueryComparison independent;

  private QueryCounts(Tallies tallies) {
    this.tallies = tallies;
    this.synthetic = QueryComparison.of(tallies.train(), tallies.synthetic());
    this.holdout = QueryComparison.of(tallies.train(), tallies.holdout());
    this.independent = QueryComparison.independent(tallies.train());
  }

  static Contribution examine(Case tables) {
    Tallies tallies = tables.fullScale().tallies();
    int queries = tallies.plan().queries().size();
    if (queries < LEAST_QUERIES) {
      String why = "needs conditions that at least 1 % of the real rows pass";
      return Contribution.of(
          Outcome.notComputed(QueryMetrics.QUERY_ERROR, why),
          Outcome.notComputed(QueryMetrics.QUERY_ERROR_95, why));
    }
    QueryCounts counts = new QueryCounts(tallies);
    return Contribution.of(counts.outcomes(), List.of(counts.panel()));
  }

  private List<Outcome> outcomes() {
    Metric high = QueryMetrics.QUERY_ERROR_95;
    return List.of(
        Outcome.measured(
            QueryMetrics.QUERY_ERROR,
            Measurement.of(
                synthetic.mean(), synthetic.standardError(), holdout.mean(), independent.mean())),
        Outcome.measured(
            high,
            Measurement.of(
                synthetic.quantile(HIGH), 0, holdout.quantile(HIGH), independent.quantile(HIGH))));
  }

  private Panel panel() {
    List<List<Cell>> rows =
        IntStream.range(0, synthetic.errors().size())
            .boxed()
            .sorted(Comparator.comparingDouble(q -> -synthetic.errors().get(q)))
            .limit(SHOWN)
            .map(this::row)
            .toList();
    return new TablePanel(
        new Panel.Label(
            "queries",
            MetricGroup.QUERY,
            "The worst answers",
            "Of "
                + synthetic.errors().size()
                + " random queries; answers are scaled to train's rows."),
        List.of(
            Heading.text("query", "Query"),
            Heading.number("train", "Train"),
            Heading.number("holdout", "Holdout"),
            Heading.number("synthetic", "Synthetic"),
            Heading.share("error", "Error"),
            Heading.share("ceiling", "Holdout's error")),
        rows);
  }

  private List<Cell> row(int query) {
    AggregateQuery asked = tallies.plan().queries().get(query);
    return List.of(
        Cell.of(asked.text()),
        Cell.of(answer(tallies.train(), query)),
        Cell.of(answer(tallies.holdout(), query)),
        Cell.of(answer(tallies.synthetic(), query)),
        Cell.of(synthetic.errors().get(query)),
        Cell.of(holdout.errors().get(query)));
  }

  private double answer(Tally tally, int query) {
    AggregateQuery asked = tallies.plan().queries().get(query);
    return tally.answer(query).scaled(asked.aggregate(), tallies.train().rows());
  }
}
