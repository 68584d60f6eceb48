package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.ColumnMetrics;
import io.mirrorlake.evaluator.metric.JointMetrics;
import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.PairMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Columns, pairs and triples of each table of a dataset, and their means over tables. A random half
 * of the real rows is the reference; the other half is the ceiling, shuffled by column the floor.
 * Standard errors are those of bootstrap samples of the reference.
 */
public final class TablesSection {
  /** With fewer rows a half, scores are noise. */
  private static final int MIN_ROWS = 50;

  /**
   * Rows of the bootstrap samples that tell standard errors; those of more rows are smaller by the
   * root of how many more there are.
   */
  private static final int RESAMPLED_ROWS = 10_000;

  private TablesSection() {}

  /**
   * One table.
   *
   * @param name the table
   * @param realRows all real rows
   * @param syntheticRows all synthetic rows
   * @param real a sample of the real rows, without keys
   * @param synthetic a sample of the synthetic rows with the same columns
   */
  public record Table(
      String name, long realRows, long syntheticRows, SampleTable real, SampleTable synthetic) {}

  private record Scores(Table table, Optional<FidelityScores> synthetic, Optional<Ends> ends) {
    double of(ToDoubleFunction<FidelityScores> score) {
      return synthetic.map(score::applyAsDouble).orElse(Double.NaN);
    }
  }

  private record Ends(FidelityScores ceiling, FidelityScores floor, Resamples resamples) {}

  /**
   * What bootstrap samples of the reference score against it.
   *
   * @param scores of samples with at most 10,000 rows
   * @param scale by how much less a score of the table's rows varies
   */
  private record Resamples(List<FidelityScores> scores, double scale) {
    static Resamples of(FidelityScorer scorer, SampleTable reference, Draw draw) {
      int rows = Math.min(RESAMPLED_ROWS, reference.rows());
      List<FidelityScores> scores = new ArrayList<>();
      for (int i = 0; i < Lineup.RESAMPLES; i++) {
        scores.add(scorer.score(reference.take(draw.resample(reference.rows(), rows))));
      }
      return new Resamples(scores, Math.sqrt((double) rows / reference.rows()));
    }

    double variance(ToDoubleFunction<FidelityScores> score) {
      return scale * scale * Scored.variance(scores, score);
    }
  }

  /** The contribution of these tables to a report. */
  public static Contribution of(List<Table> tables, long seed) {
    List<Scores> scores = tables.stream().map(table -> scores(table, seed)).toList();
    return Contribution.of(
        List.of(
            mean(ColumnMetrics.COLUMN_ERROR, scores, FidelityScores::columnError),
            mean(PairMetrics.ASSOCIATION_ERROR, wide(scores, 2), FidelityScores::associationError),
            mean(JointMetrics.TRIPLE_ACCURACY, wide(scores, 3), one -> one.triples().accuracy())),
        List.of(panel(scores)));
  }

  private static List<Scores> wide(List<Scores> scores, int width) {
    return scores.stream().filter(one -> one.table.real.width() >= width).toList();
  }

  private static Scores scores(Table table, long seed) {
    int half = Math.min(table.real.rows() / 2, table.synthetic.rows());
    if (half < MIN_ROWS || table.real.width() == 0) {
      return new Scores(table, Optional.empty(), Optional.empty());
    }
    SampleTable shuffled =
        Draw.of(seed, "halves of " + table.name).rows(table.real, table.real.rows());
    SampleTable reference = rows(shuffled, 0, half);
    SampleTable other = rows(shuffled, half, 2 * half);
    FidelityScorer scorer = FidelityScorer.of(reference, table.real, Scene.COARSE_LABELS, seed);
    return new Scores(
        table,
        Optional.of(
            scorer.score(Draw.of(seed, "synthetic " + table.name).rows(table.synthetic, half))),
        Optional.of(
            new Ends(
                scorer.score(other),
                scorer.score(IndependentMarginals.of(other, seed)),
                Resamples.of(scorer, reference, Draw.of(seed, "resamples of " + table.name)))));
  }

  private static SampleTable rows(SampleTable table, int from, int to) {
    int[] chosen = new int[to - from];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = from + i;
    }
    return table.take(chosen);
  }

  private static Outcome mean(
      Metric metric, List<Scores> all, ToDoubleFunction<FidelityScores> score) {
    List<Scores> scores = all.stream().filter(one -> one.synthetic.isPresent()).toList();
    if (scores.isEmpty()) {
      return Outcome.notComputed(
          metric, "no table has columns enough beside its keys and " + 2 * MIN_ROWS + " real rows");
    }
    double synthetic = 0;
    double ceiling = 0;
    double floor = 0;
    double variance = 0;
    for (Scores one : scores) {
      synthetic += score.applyAsDouble(one.synthetic.orElseThrow()) / scores.size();
      ceiling += score.applyAsDouble(one.ends.orElseThrow().ceiling) / scores.size();
      floor += score.applyAsDouble(one.ends.orElseThrow().floor) / scores.size();
      variance += one.ends.orElseThrow().resamples.variance(score);
    }
    double error = Math.sqrt(variance) / scores.size();
    return Outcome.measured(metric, Measurement.of(synthetic, error, ceiling, floor));
  }

  private static Panel panel(List<Scores> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    scores.stream()
        .sorted(Comparator.comparingDouble(one -> -one.of(FidelityScores::associationError)))
        .forEach(one -> rows.add(row(one)));
    return new TablePanel(
        new Panel.Label(
            "tables",
            MetricGroup.RELATIONS,
            "Tables",
            "Each table's rows, and its scores beside those of the other half of its real rows. Keys are left out."),
        List.of(
            Heading.text("table", "Table"),
            Heading.count("realRows", "Rows, real"),
            Heading.count("syntheticRows", "Rows, synthetic"),
            Heading.number("columnError", "Column error"),
            Heading.number("columnCeiling", "Ceiling"),
            Heading.number("associationError", "Association error"),
            Heading.number("associationCeiling", "Ceiling"),
            Heading.number("tripleAccuracy", "3-way accuracy"),
            Heading.number("tripleCeiling", "Ceiling")),
        rows);
  }

  private static List<Cell> row(Scores one) {
    return List.of(
        Cell.of(one.table.name),
        Cell.of((double) one.table.realRows),
        Cell.of((double) one.table.syntheticRows),
        Cell.of(one.of(FidelityScores::columnError)),
        ceiling(one, FidelityScores::columnError),
        Cell.of(one.of(FidelityScores::associationError)),
        ceiling(one, FidelityScores::associationError),
        Cell.of(one.of(scores -> scores.triples().accuracy())),
        ceiling(one, scores -> scores.triples().accuracy()));
  }

  private static Cell ceiling(Scores one, ToDoubleFunction<FidelityScores> score) {
    return one.ends.map(ends -> Cell.of(score.applyAsDouble(ends.ceiling))).orElse(Cell.none());
  }
}
