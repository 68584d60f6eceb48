package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.metric.Metric;
import io.mirrorlake.evaluator.metric.MetricGroup;
import io.mirrorlake.evaluator.metric.SequenceMetrics;
import io.mirrorlake.evaluator.panel.Cell;
import io.mirrorlake.evaluator.panel.Heading;
import io.mirrorlake.evaluator.panel.Panel;
import io.mirrorlake.evaluator.panel.TablePanel;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.sequence.SequenceComparison;
import io.mirrorlake.evaluator.sequence.SequenceComparison.Ended;
import io.mirrorlake.evaluator.sequence.SequenceScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was found of rows that follow each other. Means are over sequences, all alike. */
public final class SequenceSection {
  private static final int SHOWN = 40;

  private SequenceSection() {}

  /** The contribution of these sequences to a report. */
  public static Contribution of(List<SequenceComparison> sequences) {
    List<Outcome> outcomes = new ArrayList<>();
    for (SequenceScore score : SequenceScore.values()) {
      outcomes.add(mean(metric(score), score, sequences));
    }
    return Contribution.of(
        outcomes,
        Stream.of(overview(sequences), gaps(sequences), lags(sequences), steps(sequences))
            .filter(panel -> !panel.rows().isEmpty())
            .map(Panel.class::cast)
            .toList());
  }

  private static Metric metric(SequenceScore score) {
    return switch (score) {
      case LENGTH -> SequenceMetrics.LENGTH_DISTANCE;
      case GAP -> SequenceMetrics.GAP_DISTANCE;
      case AUTOCORRELATION -> SequenceMetrics.AUTOCORRELATION_ERROR;
      case TRANSITION -> SequenceMetrics.TRANSITION_ERROR;
      case PLACE -> SequenceMetrics.PLACE_ERROR;
    };
  }

  private static Outcome mean(
      Metric metric, SequenceScore score, List<SequenceComparison> sequences) {
    List<Ended> found =
        sequences.stream()
            .flatMap(one -> Optional.ofNullable(one.scores().get(score)).stream())
            .toList();
    if (found.isEmpty()) {
      return Outcome.notComputed(
          metric,
          "needs sequences of "
              + 2 * SequenceComparison.LEAST_ENTITIES
              + " entities, and columns that it can be told of");
    }
    int size = found.size();
    double squares = found.stream().mapToDouble(one -> square(one.standardError())).sum();
    Measurement measured =
        Measurement.of(
                found.stream().mapToDouble(Ended::score).sum() / size, Math.sqrt(squares) / size)
            .withCeiling(found.stream().mapToDouble(Ended::ceiling).sum() / size);
    List<Double> floors = found.stream().flatMap(one -> one.floor().stream()).toList();
    return Outcome.measured(
        metric,
        floors.size() < size
            ? measured
            : measured.withFloor(floors.stream().mapToDouble(floor -> floor).sum() / size));
  }

  private static double square(double value) {
    return value * value;
  }

  private static TablePanel overview(List<SequenceComparison> sequences) {
    List<Heading> headings = new ArrayList<>();
    headings.add(Heading.text("sequence", "Sequence"));
    headings.add(Heading.count("entities", "Entities"));
    for (SequenceScore score : SequenceScore.values()) {
      headings.add(Heading.number(metric(score).key(), metric(score).title()));
      headings.add(Heading.number(metric(score).key() + "Ceiling", "Ceiling"));
    }
    return new TablePanel(
        new Panel.Label(
            "sequences",
            MetricGroup.SEQUENCES,
            "Sequences",
            "What follows what, by sequence; the ceiling is what other real entities score."),
        headings,
        sequences.stream().map(SequenceSection::row).toList());
  }

  private static List<Cell> row(SequenceComparison one) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(one.name()));
    cells.add(Cell.of((double) one.entities()));
    for (SequenceScore score : SequenceScore.values()) {
      Optional<Ended> found = Optional.ofNullable(one.scores().get(score));
      cells.add(found.map(ended -> Cell.of(ended.score())).orElse(Cell.none()));
      cells.add(found.map(ended -> Cell.of(ended.ceiling())).orElse(Cell.none()));
    }
    return cells;
  }

  private static TablePanel gaps(List<SequenceComparison> sequences) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SequenceComparison one : sequences) {
      for (SequenceComparison.Gap gap : one.gaps()) {
        rows.add(
            List.of(
                Cell.of(one.name()),
                Cell.of((double) gap.percentile()),
                Cell.of(gap.real()),
                Cell.of(gap.synthetic())));
      }
    }
    return new TablePanel(
        new Panel.Label(
            "gaps",
            MetricGroup.SEQUENCES,
            "Times between events",
            "Percentiles of the time from an event to the entity's next one: days between dates, seconds between timestamps."),
        List.of(
            Heading.text("sequence", "Sequence"),
            Heading.count("percentile", "Percentile"),
            Heading.number("real", "Real"),
            Heading.number("synthetic", "Synthetic")),
        rows);
  }

  private record LagRow(String sequence, SequenceComparison.Lags lags) {
    double apart() {
      return IntStream.range(0, lags.real().size())
          .mapToDouble(lag -> Math.abs(lags.real().get(lag) - lags.synthetic().get(lag)))
          .filter(Double::isFinite)
          .max()
          .orElse(0);
    }
  }

  private static TablePanel lags(List<SequenceComparison> sequences) {
    List<Heading> headings = new ArrayList<>();
    headings.add(Heading.text("sequence", "Sequence"));
    headings.add(Heading.column("column", "Column"));
    for (int lag = 1; lag <= SequenceScore.LAGS; lag++) {
      headings.add(Heading.number("real" + lag, "Lag " + lag + ", real"));
      headings.add(Heading.number("synthetic" + lag, "Synthetic"));
    }
    return new TablePanel(
        new Panel.Label(
            "autocorrelations",
            MetricGroup.SEQUENCES,
            "Autocorrelations",
            "How a value goes with those of the same entity one, two and three events before, by ranks about the entity's mean; the largest differences first."),
        headings,
        sequences.stream()
            .flatMap(one -> one.lags().stream().map(lags -> new LagRow(one.name(), lags)))
            .sorted(Comparator.comparingDouble(one -> -one.apart()))
            .limit(SHOWN)
            .map(SequenceSection::row)
            .toList());
  }

  private static List<Cell> row(LagRow one) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(one.sequence));
    cells.add(Cell.of(one.lags.column()));
    for (int lag = 0; lag < SequenceScore.LAGS; lag++) {
      for (double value : List.of(one.lags.real().get(lag), one.lags.synthetic().get(lag))) {
        cells.add(Double.isNaN(value) ? Cell.none() : Cell.of(value));
      }
    }
    return cells;
  }

  private static TablePanel steps(List<SequenceComparison> sequences) {
    return new TablePanel(
        new Panel.Label(
            "transitions",
            MetricGroup.SEQUENCES,
            "Transitions",
            "How often a label comes directly after another; the largest differences first, weighed by how frequent the label before is."),
        List.of(
            Heading.text("sequence", "Sequence"),
            Heading.column("column", "Column"),
            Heading.text("before", "Before"),
            Heading.text("after", "After"),
            Heading.share("weight", "Frequency of the first"),
            Heading.share("real", "Real"),
            Heading.share("synthetic", "Synthetic")),
        sequences.stream()
            .flatMap(one -> one.steps().stream().map(step -> row(one.name(), step)))
            .limit(SHOWN)
            .toList());
  }

  private static List<Cell> row(String sequence, SequenceComparison.Step step) {
    return List.of(
        Cell.of(sequence),
        Cell.of(step.column()),
        Cell.of(step.before()),
        Cell.of(step.after()),
        Cell.of(step.weight()),
        Cell.of(step.real()),
        Cell.of(step.synthetic()));
  }
}
