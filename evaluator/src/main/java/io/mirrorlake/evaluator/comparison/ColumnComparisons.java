package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * All columns of a table beside the reference's, in order: each is a number or a label, or neither,
 * if it has more labels than are counted.
 *
 * @param numbers the number columns' comparisons, empty at other places
 * @param labels the label columns'
 */
public record ColumnComparisons(
    List<Optional<NumberComparison>> numbers, List<Optional<LabelComparison>> labels) {
  public ColumnComparisons {
    numbers = List.copyOf(numbers);
    labels = List.copyOf(labels);
  }

  /** Compares a table with the reference. */
  public static ColumnComparisons of(Tally reference, Tally other) {
    List<Optional<NumberComparison>> numbers = new ArrayList<>();
    List<Optional<LabelComparison>> labels = new ArrayList<>();
    for (int c = 0; c < reference.plan().width(); c++) {
      boolean number = reference.plan().isNumber(c);
      numbers.add(
          number
              ? Optional.of(NumberComparison.of(reference.numbers(c), other.numbers(c)))
              : Optional.empty());
      labels.add(
          number ? Optional.empty() : LabelComparison.of(reference.labels(c), other.labels(c)));
    }
    return new ColumnComparisons(numbers, labels);
  }

  /** The mean over number columns; empty without any. */
  public OptionalDouble ofNumbers(ToDoubleFunction<NumberComparison> score) {
    return numbers.stream().flatMap(Optional::stream).mapToDouble(score).average();
  }

  /** The mean over label columns; empty without any. */
  public OptionalDouble ofLabels(ToDoubleFunction<LabelComparison> score) {
    return labels.stream().flatMap(Optional::stream).mapToDouble(score).average();
  }

  /** The mean over number columns with a grid of the share of values on it. */
  public OptionalDouble gridAdherence() {
    return numbers.stream()
        .flatMap(Optional::stream)
        .flatMap(column -> column.gridAdherence().stream())
        .mapToDouble(share -> share)
        .average();
  }

  /** The mean over columns of the Jensen-Shannon distance. */
  public OptionalDouble jensenShannon() {
    return both(NumberComparison::jensenShannon, LabelComparison::jensenShannon);
  }

  /** The mean over columns of |1 - entropy ratio|, at most 1 each. */
  public OptionalDouble entropyError() {
    return both(
        column -> Math.min(1, Math.abs(1 - column.entropyRatio())),
        column -> Math.min(1, Math.abs(1 - column.entropyRatio())));
  }

  private OptionalDouble both(
      ToDoubleFunction<NumberComparison> number, ToDoubleFunction<LabelComparison> label) {
    return DoubleStream.concat(
            numbers.stream().flatMap(Optional::stream).mapToDouble(number),
            labels.stream().flatMap(Optional::stream).mapToDouble(label))
        .average();
  }
}
