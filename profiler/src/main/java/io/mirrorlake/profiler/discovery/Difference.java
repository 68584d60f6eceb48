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
 * How far one column lies above another, as the scan gathers it: the hidden column that is drawn in
 * place of the upper one.
 */
final class Difference implements Serializable {
  private static final long serialVersionUID = 1L;

  /** 128 KiB of counts: a difference is one of few. */
  private static final int CAPACITY = 4096;

  /** Decimals of up to 18 digits are whole numbers of 64 bits. */
  private static final int DIGITS = 18;

  private final Constraint.Order order;
  private final ColumnType type;
  private final int low;
  private final int high;
  private final double scale;
  private final ColumnSketch.Numbers sketch;

  private Difference(
      Constraint.Order order, ColumnType type, int low, int high, double scale, int unitLimit) {
    this.order = order;
    this.type = type;
    this.low = low;
    this.high = high;
    this.scale = scale;
    this.sketch = ColumnSketch.ofDistances(type, CAPACITY, unitLimit);
  }

  /**
   * The difference that belongs to an order.
   *
   * @param names the table's columns
   */
  static Difference of(
      Constraint.Order order,
      SampleColumn low,
      SampleColumn high,
      List<String> names,
      int unitLimit) {
    int decimals = Math.max(low.decimals(), high.decimals());
    boolean known = low.decimals() >= 0 && high.decimals() >= 0;
    return new Difference(
        order,
        type(low.type(), high.type()),
        names.indexOf(low.name()),
        names.indexOf(high.name()),
        known ? Math.pow(10, decimals) : 0,
        unitLimit);
  }

  private static ColumnType type(ColumnType low, ColumnType high) {
    if (low.kind().isFloating() || high.kind().isFloating()) {
      return ColumnType.of(Kind.DOUBLE);
    }
    int scale = Math.max(low.scale(), high.scale());
    return scale > 0 ? ColumnType.decimal(DIGITS, scale) : ColumnType.of(Kind.BIGINT);
  }

  Constraint.Order order() {
    return order;
  }

  ColumnType type() {
    return type;
  }

  /** Adds a row and returns its difference, NaN where a column is null or the order is broken. */
  double add(TableRow row, long unit) {
    if (row.isNull(low) || row.isNull(high)) {
      sketch.addNull(unit);
      return Double.NaN;
    }
    double exact = row.number(high) - row.number(low);
    double difference = scale > 0 ? Math.rint(exact * scale) / scale : exact;
    double kept = Math.max(0, difference);
    sketch.add(kept, unit);
    return kept;
  }

  void merge(Difference other) {
    sketch.merge(other.sketch);
  }

  private static double leastAboveZero(Grid grid) {
    return grid.phase() > 0 ? grid.value(0) : grid.spacing();
  }

  /** The difference's distribution; none of it lies below zero. */
  NumericMarginal marginal(ColumnRule rule) {
    NumericMarginal fitted = (NumericMarginal) sketch.marginal(rule);
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
