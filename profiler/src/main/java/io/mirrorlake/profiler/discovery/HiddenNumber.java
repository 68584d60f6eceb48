package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.fit.ColumnSketch;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that relates two columns, as the scan gathers it: the hidden column that is drawn in
 * place of the second one. It is how far the column lies above its base, how many times it is its
 * base, or what it is where it does not equal its base.
 */
final class HiddenNumber implements Serializable {
  private static final long serialVersionUID = 1L;

  /** 128 KiB of counts: a hidden number is one of few. */
  private static final int CAPACITY = 4096;

  /** Decimals of up to 18 digits are whole numbers of 64 bits. */
  private static final int DIGITS = 18;

  private final Constraint constraint;
  private final ColumnType type;
  private final int base;
  private final int column;
  private final double scale;
  private final ColumnSketch.Numbers sketch;

  private HiddenNumber(
      Constraint constraint, ColumnSketch.Numbers sketch, int base, int column, double scale) {
    this.constraint = constraint;
    this.type = sketch.type();
    this.base = base;
    this.column = column;
    this.scale = scale;
    this.sketch = sketch;
  }

  /**
   * The difference that belongs to an order.
   *
   * @param names the table's columns
   */
  static HiddenNumber difference(
      Constraint.Order order,
      SampleColumn low,
      SampleColumn high,
      List<String> names,
      int unitLimit) {
    int decimals = Math.max(low.decimals(), high.decimals());
    boolean known = low.decimals() >= 0 && high.decimals() >= 0;
    return new HiddenNumber(
        order,
        ColumnSketch.ofDistances(type(low.type(), high.type()), CAPACITY, unitLimit),
        names.indexOf(low.name()),
        names.indexOf(high.name()),
        known ? Math.pow(10, decimals) : 0);
  }

  /**
   * How many times a column is another one.
   *
   * @param names the table's columns
   */
  static HiddenNumber quotient(Constraint.Multiple multiple, List<String> names, int unitLimit) {
    return new HiddenNumber(
        multiple,
        ColumnSketch.ofDistances(ofDecimals(multiple.decimals()), CAPACITY, unitLimit),
        names.indexOf(multiple.of()),
        names.indexOf(multiple.column()),
        Math.pow(10, multiple.decimals()));
  }

  /**
   * What a column is where it does not equal another one.
   *
   * @param type the column's type
   * @param names the table's columns
   */
  static HiddenNumber different(
      Constraint.EqualInPart equal, ColumnType type, List<String> names, int unitLimit) {
    return new HiddenNumber(
        equal,
        (ColumnSketch.Numbers) ColumnSketch.of(type, CAPACITY, unitLimit),
        names.indexOf(equal.other()),
        names.indexOf(equal.column()),
        0);
  }

  private static ColumnType type(ColumnType low, ColumnType high) {
    return low.kind().isFloating() || high.kind().isFloating()
        ? ColumnType.of(Kind.DOUBLE)
        : ofDecimals(Math.max(low.scale(), high.scale()));
  }

  private static ColumnType ofDecimals(int scale) {
    return scale > 0 ? ColumnType.decimal(DIGITS, scale) : ColumnType.of(Kind.BIGINT);
  }

  /** What holds of the two columns because of it. */
  Constraint constraint() {
    return constraint;
  }

  ColumnType type() {
    return type;
  }

  /** Adds a row and returns its number, NaN where it has none. */
  double add(TableRow row, long unit) {
    if (isNull(row)) {
      sketch.addNull(unit);
      return Double.NaN;
    }
    double number = number(row);
    sketch.add(number, unit);
    return number;
  }

  private boolean isNull(TableRow row) {
    return constraint instanceof Constraint.EqualInPart
        ? row.isNull(column) || (!row.isNull(base) && row.number(base) == row.number(column))
        : row.isNull(base) || row.isNull(column);
  }

  private double number(TableRow row) {
    double value = row.number(column);
    if (constraint instanceof Constraint.EqualInPart) {
      return value;
    }
    if (constraint instanceof Constraint.Multiple) {
      return Quotient.of(value, row.number(base), scale);
    }
    double exact = value - row.number(base);
    return Math.max(0, scale > 0 ? Math.rint(exact * scale) / scale : exact);
  }

  void merge(HiddenNumber other) {
    sketch.merge(other.sketch);
  }

  private static double leastAboveZero(Grid grid) {
    return grid.phase() > 0 ? grid.value(0) : grid.spacing();
  }

  /** The number's distribution; none of a difference's lies below zero. */
  NumericMarginal marginal(ColumnRule rule) {
    NumericMarginal fitted = (NumericMarginal) sketch.marginal(rule);
    if (!(constraint instanceof Constraint.Order order)) {
      return fitted;
    }
    double least = order.strict() ? leastAboveZero(fitted.grid()) : 0;
    List<Segment> segments = new ArrayList<>();
    for (Segment segment : fitted.segments()) {
      segments.add(
          segment.low() >= least
              ? segment
              : new Segment(least, Math.max(least, segment.high()), segment.weight()));
    }
    return new NumericMarginal(fitted.nullProbability(), fitted.grid(), segments);
  }
}
