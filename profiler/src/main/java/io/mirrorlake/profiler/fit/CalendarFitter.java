package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.sketch.CalendarSketch;
import io.mirrorlake.profiler.sketch.CalendarSketch.Part;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the calendar of a column's intervals, by iterative proportional fitting: the weights of one
 * part after another are scaled by observed over expected counts until they agree. What is expected
 * follows from the intervals, so that knots and calendar do not tell the same thing twice: where
 * intervals are shorter than a month, months keep a weight of 1.
 *
 * <p>Cells that too few units carry share one weight.
 */
final class CalendarFitter {
  /** Hours of five centuries, or days of all years: more are not enumerated. */
  private static final int MAX_CELLS = 5_000_000;

  /** Fewer values between point masses show no season: less than ten a cell of the hours. */
  private static final int LEAST_ROWS = 240;

  /** Parts are nearly independent; a tenth of these would do. */
  private static final int ROUNDS = 20;

  /**
   * A part counts where its chi-square statistic lies so many standard deviations above what chance
   * gives: once in some 100,000 columns without a calendar.
   */
  private static final double SIGNIFICANT = 6;

  private final ColumnRule rule;
  private final CalendarSketch sketch;
  private final List<CalendarCells> intervals;
  private final double rows;
  private final Map<Part, double[]> weights = new EnumMap<>(Part.class);

  private CalendarFitter(
      ColumnRule rule, CalendarSketch sketch, List<CalendarCells> intervals, double rows) {
    this.rule = rule;
    this.sketch = sketch;
    this.intervals = intervals;
    this.rows = rows;
    for (Part part : Part.values()) {
      double[] even = new double[part.size()];
      Arrays.fill(even, 1);
      weights.put(part, even);
    }
  }

  /** The marginal with its calendar, where the sketch shows one. */
  static NumericMarginal fit(
      NumericMarginal marginal, CalendarSketch sketch, long rows, ColumnRule rule) {
    if (sketch.unitsPerHour() == 0) {
      return marginal;
    }
    double step = Math.max(1, marginal.grid().spacing());
    List<CalendarCells> intervals = new ArrayList<>();
    double cells = 0;
    for (Segment segment : marginal.segments()) {
      double hours = (segment.high() - segment.low()) / sketch.unitsPerHour();
      cells += hours * Math.min(1, sketch.unitsPerHour());
      if (!segment.isAtom() && cells < MAX_CELLS) {
        intervals.add(CalendarCells.of(segment, step, sketch.unitsPerHour()));
      }
    }
    double share =
        marginal.segments().stream()
            .filter(segment -> !segment.isAtom())
            .mapToDouble(Segment::weight)
            .sum();
    if (!(share * rows >= rule.rounding().limit(LEAST_ROWS, 2 * LEAST_ROWS, "calendar"))
        || !(cells < MAX_CELLS)) {
      return marginal;
    }
    CalendarFitter fitter =
        new CalendarFitter(rule, sketch, intervals, (double) rule.count(rows, "values"));
    return fitter.fit(marginal);
  }

  private NumericMarginal fit(NumericMarginal marginal) {
    Map<Part, double[]> observed = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      double[] counts = observed(part, marginal);
      if (isSignificant(counts, expected(part))) {
        observed.put(part, counts);
        adjust(part, counts);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      observed.forEach(this::adjust);
    }
    return observed.isEmpty() ? marginal : marginal.withCalendar(calendar());
  }

  /**
   * The rows in each cell as they are told; cells of too few units have equal parts of all theirs.
   */
  private double[] told(Part part, int size) {
    double[] counts = new double[size];
    Tally few = Tally.ZERO;
    int fewCells = 0;
    for (int cell = 0; cell < size; cell++) {
      Tally tally = sketch.tally(part, cell);
      if (rule.allows(tally)) {
        counts[cell] = (double) rule.count(tally, part + " " + cell);
      } else {
        few = rule.join(few, tally);
        fewCells++;
      }
    }
    double shared = rule.allows(few) ? (double) rule.count(few, "rest of " + part) : 0;
    for (int cell = 0; cell < size; cell++) {
      counts[cell] = rule.allows(sketch.tally(part, cell)) ? counts[cell] : shared / fewCells;
    }
    return counts;
  }

  /** The rows in each cell that no point mass accounts for. */
  private double[] observed(Part part, NumericMarginal marginal) {
    double[] counts = told(part, part.size());
    for (Segment segment : marginal.segments()) {
      if (segment.isAtom()) {
        double hour = Math.floor(segment.low() / sketch.unitsPerHour());
        long day = (long) Math.floor(hour / Calendar.HOURS);
        int cell = part.cell(day, (int) (hour - (double) day * Calendar.HOURS));
        counts[cell] = Math.max(0, counts[cell] - segment.weight() * rows);
      }
    }
    return counts;
  }

  /** The rows that the intervals put into each cell under the present weights. */
  private double[] expected(Part part) {
    double[] counts = new double[part.size()];
    intervals.forEach(interval -> interval.addExpected(part, weights, rows, counts));
    return counts;
  }

  private boolean isSignificant(double[] observed, double[] expected) {
    double scale = Arrays.stream(observed).sum() / Arrays.stream(expected).sum();
    double chiSquare = 0;
    int cells = -1;
    for (int i = 0; i < observed.length; i++) {
      double wanted = expected[i] * scale;
      if (wanted > 0) {
        double difference = observed[i] - wanted;
        chiSquare += difference * difference / (wanted + rule.rounding().variance());
        cells++;
      }
    }
    return cells > 0 && chiSquare > cells + SIGNIFICANT * Math.sqrt(2.0 * cells);
  }

  private void adjust(Part part, double[] observed) {
    double[] expected = expected(part);
    double scale = Arrays.stream(expected).sum() / Arrays.stream(observed).sum();
    Tally few = Tally.ZERO;
    double fewObserved = 0;
    double fewExpected = 0;
    for (int i = 0; i < observed.length; i++) {
      if (!isTold(part, i, observed[i])) {
        few = rule.join(few, sketch.tally(part, i));
        fewObserved += observed[i];
        fewExpected += expected[i];
      }
    }
    double shared = rule.allows(few) && fewExpected > 0 ? fewObserved * scale / fewExpected : 0;
    double[] parts = weights(part);
    for (int i = 0; i < observed.length; i++) {
      double factor =
          isTold(part, i, observed[i]) && expected[i] > 0
              ? observed[i] * scale / expected[i]
              : shared;
      parts[i] *= factor;
    }
  }

  private boolean isTold(Part part, int cell, double observed) {
    return rule.allows(sketch.tally(part, cell)) && observed >= rule.threshold();
  }

  private double[] weights(Part part) {
    return weights.getOrDefault(part, new double[part.size()]);
  }

  private Calendar calendar() {
    return new Calendar(
        told(Part.MONTHS), told(Part.DAYS_OF_MONTH), told(Part.WEEKDAYS), told(Part.HOURS));
  }

  /** The weights with a mean of 1; all 1 where nothing is left. */
  private List<Double> told(Part part) {
    double[] parts = weights(part);
    double mean = Arrays.stream(parts).sum() / parts.length;
    return mean > 0
        ? Arrays.stream(parts).mapToObj(w -> Rounding.weight(w / mean)).toList()
        : Calendar.even(parts.length);
  }
}
