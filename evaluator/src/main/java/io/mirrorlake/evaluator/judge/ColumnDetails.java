package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.report.ColumnReport.Bar;
import io.mirrorlake.evaluator.report.ColumnReport.Quantile;
import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.Quantiles;
import io.mirrorlake.evaluator.sample.Ranks;
import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.ValueText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distributions of a column in two tables, in bins of equal width or by label, to be drawn side
 * by side.
 */
final class ColumnDetails {
  /** As many bars as can be told apart in a small plot. */
  private static final int MAX_BARS = 40;

  private static final int MAX_LABELS = 12;

  /**
   * Values beyond these quantiles of train share the outer bars: a few huge values would flatten
   * all others.
   */
  private static final double TAIL = 0.005;

  private static final double[] PROBABILITIES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private ColumnDetails() {}

  static List<Bar> bars(SampleColumn train, SampleColumn synthetic) {
    if (train instanceof CategoryColumn a && synthetic instanceof CategoryColumn b) {
      return labelBars(a, b);
    }
    return numberBars((NumberColumn) train, (NumberColumn) synthetic);
  }

  static List<Quantile> quantiles(SampleColumn train, SampleColumn synthetic) {
    if (!(train instanceof NumberColumn a) || !(synthetic instanceof NumberColumn b)) {
      return List.of();
    }
    double[] first = a.sorted();
    double[] second = b.sorted();
    List<Quantile> quantiles = new ArrayList<>();
    if (first.length > 0 && second.length > 0) {
      for (double p : PROBABILITIES) {
        quantiles.add(
            new Quantile(
                p,
                ValueText.of(a.measure(), Quantiles.of(first, p)),
                ValueText.of(a.measure(), Quantiles.of(second, p))));
      }
    }
    return quantiles;
  }

  private static List<Bar> labelBars(CategoryColumn train, CategoryColumn synthetic) {
    long[] first = train.counts();
    long[] second = synthetic.counts();
    double firstTotal =
        Math.max(1, IntStream.range(0, first.length).mapToLong(k -> first[k]).sum());
    double secondTotal =
        Math.max(1, IntStream.range(0, second.length).mapToLong(k -> second[k]).sum());
    List<Integer> order =
        IntStream.range(0, first.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(
                        k -> -first[k] / firstTotal - second[k] / secondTotal)
                    .thenComparing(k -> train.labels().get(k)))
            .toList();
    List<Bar> bars = new ArrayList<>();
    double firstRest = 0;
    double secondRest = 0;
    int shown = order.size() <= MAX_LABELS ? MAX_LABELS : MAX_LABELS - 1;
    for (int i = 0; i < order.size(); i++) {
      int k = order.get(i);
      if (i < shown) {
        bars.add(new Bar(train.labels().get(k), first[k] / firstTotal, second[k] / secondTotal));
      } else {
        firstRest += first[k] / firstTotal;
        secondRest += second[k] / secondTotal;
      }
    }
    if (order.size() > shown) {
      bars.add(new Bar((order.size() - shown) + " others", firstRest, secondRest));
    }
    return bars;
  }

  private static List<Bar> numberBars(NumberColumn train, NumberColumn synthetic) {
    double[] first = train.sorted();
    double[] second = synthetic.sorted();
    if (first.length == 0) {
      return List.of();
    }
    double low = Quantiles.of(first, TAIL);
    double high = Quantiles.of(first, 1 - TAIL);
    double width = width(first, low, high);
    int count = (int) Math.floor((high - low) / width) + 1;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double start = low + i * width;
      double from = i == 0 ? Double.NEGATIVE_INFINITY : start;
      double to = i == count - 1 ? Double.POSITIVE_INFINITY : low + (i + 1) * width;
      bars.add(
          new Bar(
              ValueText.of(train.measure(), start),
              share(first, from, to),
              share(second, from, to)));
    }
    return bars;
  }

  /** Whole numbers get bars of whole width: others would show a comb that is not in the data. */
  private static double width(double[] sorted, double low, double high) {
    if (!(high > low)) {
      return 1;
    }
    boolean whole =
        IntStream.range(0, sorted.length).allMatch(i -> sorted[i] == Math.rint(sorted[i]));
    double wanted = (high - low) / (MAX_BARS - 1);
    return whole ? Math.ceil(wanted) : wanted;
  }

  private static double share(double[] sorted, double from, double to) {
    return sorted.length == 0
        ? 0
        : (double) (Ranks.countBelow(sorted, to) - Ranks.countBelow(sorted, from)) / sorted.length;
  }
}
