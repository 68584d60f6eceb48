package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.comparison.ColumnComparisons;
import io.mirrorlake.evaluator.comparison.LabelComparison;
import io.mirrorlake.evaluator.comparison.NumberComparison;
import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.tally.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Each column alone, over all rows. */
final class ColumnCounts {
  private static final String NUMBERS = "needs a column of numbers or times";
  private static final String LABELS = "needs a column of labels";

  private final Tallies tallies;
  private final ColumnComparisons synthetic;
  private final ColumnComparisons holdout;

  private ColumnCounts(Tallies tallies) {
    this.tallies = tallies;
    this.synthetic = ColumnComparisons.of(tallies.train(), tallies.synthetic());
    this.holdout = ColumnComparisons.of(tallies.train(), tallies.holdout());
  }

  static Contribution examine(Case tables) {
    ColumnCounts columns = new ColumnCounts(tables.fullScale().tallies());
    List<Outcome> outcomes = new ArrayList<>(columns.outcomes());
    outcomes.add(distinctError(tables));
    return Contribution.of(outcomes, List.of(columns.numberPanel(), columns.labelPanel()));
  }

  private List<Outcome> outcomes() {
    return List.of(
        outcome(
            ColumnMetrics.WASSERSTEIN, NUMBERS, c -> c.ofNumbers(NumberComparison::wasserstein)),
        outcome(
            ColumnMetrics.BOUNDARY_ADHERENCE,
            NUMBERS,
            c -> c.ofNumbers(NumberComparison::boundaryAdherence)),
        outcome(
            ColumnMetrics.CATEGORY_ADHERENCE, LABELS, c -> c.ofLabels(LabelComparison::adherence)),
        outcome(
            ColumnMetrics.GRID_ADHERENCE,
            "needs a column whose numbers lie on a grid",
            ColumnComparisons::gridAdherence),
        outcome(ColumnMetrics.ENTROPY_ERROR, LABELS, ColumnComparisons::entropyError),
        outcome(
            ColumnMetrics.KS_COMPLEMENT,
            NUMBERS,
            c -> c.ofNumbers(column -> 1 - column.kolmogorovSmirnov())),
        outcome(
            ColumnMetrics.TV_COMPLEMENT,
            LABELS,
            c -> c.ofLabels(column -> 1 - column.totalVariation())),
        outcome(ColumnMetrics.JENSEN_SHANNON, LABELS, ColumnComparisons::jensenShannon),
        outcome(ColumnMetrics.TAIL_ERROR, NUMBERS, c -> c.ofNumbers(NumberComparison::tailError)),
        outcome(
            ColumnMetrics.RANGE_COVERAGE,
            NUMBERS,
            c -> c.ofNumbers(NumberComparison::rangeCoverage)),
        outcome(
            ColumnMetrics.CATEGORY_COVERAGE, LABELS, c -> c.ofLabels(LabelComparison::coverage)));
  }

  private Outcome outcome(
      Metric metric, String needed, Function<ColumnComparisons, OptionalDouble> score) {
    OptionalDouble found = score.apply(synthetic);
    OptionalDouble ceiling = score.apply(holdout);
    return found.isPresent() && ceiling.isPresent()
        ? Outcome.measured(
            metric, Measurement.of(found.getAsDouble(), 0).withCeiling(ceiling.getAsDouble()))
        : Outcome.notComputed(metric, needed);
  }

  /** In equally many rows of each table, since the number of different values grows with them. */
  private static Outcome distinctError(Case tables) {
    Lineup lineup = tables.lineup();
    SampleTable train =
        Draw.of(tables.seed(), "distinct").rows(tables.scene().train(), lineup.rows());
    return Outcome.measured(
        ColumnMetrics.DISTINCT_ERROR,
        Measurement.of(distinctError(train, lineup.synthetic()), 0)
            .withCeiling(distinctError(train, lineup.holdout())));
  }

  private static double distinctError(SampleTable train, SampleTable other) {
    return IntStream.range(0, train.width())
        .mapToDouble(
            c -> {
              double real = Math.max(1, train.column(c).distinct());
              return Math.min(1, Math.abs(1 - other.column(c).distinct() / real));
            })
        .average()
        .orElse(0);
  }

  private Panel numberPanel() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int c = 0; c < tallies.names().size(); c++) {
      if (synthetic.numbers().get(c).isPresent()) {
        rows.add(row(tallies.names().get(c), synthetic.numbers().get(c).get()));
      }
    }
    return new TablePanel(
        new Panel.Label(
            "numberColumns",
            MetricGroup.COLUMNS,
            "Numbers and times, over all rows",
            "Distances in spreads: train's mean distance from its median. A negative percentile gap says that"
                + " synthetic values are too small there."),
        List.of(
            Heading.column("column", "Column"),
            Heading.number("ks", "KS distance"),
            Heading.number("jensenShannon", "Jensen-Shannon"),
            Heading.number("wasserstein", "Wasserstein"),
            Heading.number("p1", "1 %"),
            Heading.number("p5", "5 %"),
            Heading.number("p95", "95 %"),
            Heading.number("p99", "99 %"),
            Heading.number("p999", "99.9 %"),
            Heading.share("rangeCoverage", "Range reached"),
            Heading.share("boundaryAdherence", "Inside range"),
            Heading.share("gridAdherence", "On grid"),
            Heading.number("entropyRatio", "Entropy ratio")),
        rows);
  }

  private static List<Cell> row(String name, NumberComparison found) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(name));
    cells.add(Cell.of(found.kolmogorovSmirnov()));
    cells.add(Cell.of(found.jensenShannon()));
    cells.add(Cell.of(found.wasserstein()));
    found.tails().forEach(gap -> cells.add(Cell.of(gap)));
    cells.add(Cell.of(found.rangeCoverage()));
    cells.add(Cell.of(found.boundaryAdherence()));
    cells.add(found.gridAdherence().map(Cell::of).orElseGet(Cell::none));
    cells.add(Cell.of(found.entropyRatio()));
    return cells;
  }

  private Panel labelPanel() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int c = 0; c < tallies.names().size(); c++) {
      if (synthetic.labels().get(c).isPresent()) {
        LabelComparison found = synthetic.labels().get(c).get();
        rows.add(
            List.of(
                Cell.of(tallies.names().get(c)),
                Cell.of(found.totalVariation()),
                Cell.of(found.jensenShannon()),
                Cell.of(found.coverage()),
                Cell.of(found.adherence()),
                Cell.of(found.entropyRatio())));
      }
    }
    return new TablePanel(
        new Panel.Label(
            "labelColumns",
            MetricGroup.COLUMNS,
            "Labels, over all rows",
            "Coverage: share of train's labels that occur. Adherence: share of synthetic values whose label train"
                + " has. An entropy ratio below 1 says that few labels take too much."),
        List.of(
            Heading.column("column", "Column"),
            Heading.number("totalVariation", "Total variation"),
            Heading.number("jensenShannon", "Jensen-Shannon"),
            Heading.share("coverage", "Coverage"),
            Heading.share("adherence", "Adherence"),
            Heading.number("entropyRatio", "Entropy ratio")),
        rows);
  }
}
