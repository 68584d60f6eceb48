package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.sketch.CalendarSketch.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The hours, or for dates the days, of one interval of a marginal. */
final class CalendarCells {
  private static final List<Part> PARTS = List.of(Part.values());

  private final double weight;
  private final double[] lengths;
  private final byte[][] cells;

  private CalendarCells(double weight, int count) {
    this.weight = weight;
    this.lengths = new double[count];
    this.cells = new byte[PARTS.size()][count];
  }

  /**
   * The cells of an interval of values that lie {@code step} apart, where an hour has {@code
   * unitsPerHour} units.
   */
  static CalendarCells of(Segment segment, double step, double unitsPerHour) {
    double unit = Math.max(1, unitsPerHour);
    double first = Math.floor(segment.low() / unit);
    double end = Math.ceil((segment.high() + step) / unit);
    CalendarCells cells = new CalendarCells(segment.weight(), (int) (end - first));
    double hoursPerCell = unit / unitsPerHour;
    for (int i = 0; i < cells.lengths.length; i++) {
      double low = (first + i) * unit;
      cells.lengths[i] = Math.min(low + unit, segment.high() + step) - Math.max(low, segment.low());
      double hour = (first + i) * hoursPerCell;
      long day = (long) Math.floor(hour / Calendar.HOURS);
      int hourOfDay = (int) (hour - (double) day * Calendar.HOURS);
      for (int p = 0; p < PARTS.size(); p++) {
        cells.cells[p][i] = (byte) PARTS.get(p).cell(day, hourOfDay);
      }
    }
    return cells;
  }

  /** Adds the rows that the interval puts into each cell of a part under these weights. */
  void addExpected(Part part, Map<Part, double[]> weights, double rows, double[] counts) {
    double[] mass = lengths.clone();
    for (int p = 0; p < PARTS.size(); p++) {
      double[] parts = weights.getOrDefault(PARTS.get(p), new double[0]);
      for (int i = 0; i < mass.length; i++) {
        mass[i] *= parts[cells[p][i]];
      }
    }
    double total = Arrays.stream(mass).sum();
    byte[] places = cells[PARTS.indexOf(part)];
    for (int i = 0; i < mass.length && total > 0; i++) {
      counts[places[i]] += rows * weight * mass[i] / total;
    }
  }
}
