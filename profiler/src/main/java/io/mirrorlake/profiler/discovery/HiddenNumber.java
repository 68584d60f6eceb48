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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of a row that a hidden column is drawn of, as the scan gathers it: how far a column lies
 * above its base, how many times it is its base, what it is where it does not equal its base, or
 * what it is, where it is calculated and others follow it all the same.
 */
final class HiddenNumber implements Serializable {
  private static final long serialVersionUID = 1L;

  /** 128 KiB of counts: a hidden number is one of few. */
  private static final int CAPACITY = 4096;

  /** Decimals of up to 18 digits are whole numbers of 64 bits. */
  private static final int DIGITS = 18;

  private final Constraint constraint;
  private final Law law;

  /** What is gathered of the numbers; nothing where the column's own marginal tells them. */
  private final ColumnSketch.@Nullable Numbers sketch;

  /** What a row's number is. */
  private interface Law extends Serializable {
    /** Whether the row has none. */
    boolean isNull(TableRow row);

    /** The number of a row that has one. */
    double number(TableRow row);
  }

  /** The number is a column's own. */
  private interface OfColumn extends Law {
    /** Where the column stands. */
    int column();

    @Override
    default boolean isNull(TableRow row) {
      return row.isNull(column());
    }

    @Override
    default double number(TableRow row) {
      return row.number(column());
    }
  }

  private HiddenNumber(Constraint constraint, Law law, ColumnSketch.@Nullable Numbers sketch) {
    this.constraint = constraint;
    this.law = law;
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
        new Difference(
            names.indexOf(low.name()),
            names.indexOf(high.name()),
            known ? Math.pow(10, decimals) : 0),
        ColumnSketch.ofDistances(type(low.type(), high.type()), CAPACITY, unitLimit));
  }

  private record Difference(int low, int high, double scale) implements Law {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isNull(TableRow row) {
      return row.isNull(low) || row.isNull(high);
    }

    @Override
    public double number(TableRow row) {
      double exact = row.number(high) - row.number(low);
      return Math.max(0, scale > 0 ? Math.rint(exact * scale) / scale : exact);
    }
  }

  /**
   * How many times a column is another one.
   *
   * @param names the table's columns
   */
  static HiddenNumber quotient(Constraint.Multiple multiple, List<String> names, int unitLimit) {
    return new HiddenNumber(
        multiple,
        new Times(
            names.indexOf(multiple.of()),
            names.indexOf(multiple.column()),
            Math.pow(10, multiple.decimals())),
        ColumnSketch.ofDistances(ofDecimals(multiple.decimals()), CAPACITY, unitLimit));
  }

  private record Times(int of, int column, double scale) implements Law {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isNull(TableRow row) {
      return row.isNull(of) || row.isNull(column);
    }

    @Override
    public double number(TableRow row) {
      return Quotient.of(row.number(column), row.number(of), scale);
    }
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
        new Different(names.indexOf(equal.other()), names.indexOf(equal.column())),
        (ColumnSketch.Numbers) ColumnSketch.of(type, CAPACITY, unitLimit));
  }

  private record Different(int other, int column) implements OfColumn {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isNull(TableRow row) {
      return OfColumn.super.isNull(row)
          || (!row.isNull(other) && row.number(other) == row.number(column));
    }
  }

  /**
   * What a column of a sum is, which its own marginal tells.
   *
   * @param column the total's or a term's name
   * @param names the table's columns
   */
  static HiddenNumber itself(Constraint.Sum sum, String column, List<String> names) {
    return new HiddenNumber(sum, new Itself(names.indexOf(column)), null);
  }

  private record Itself(int column) implements OfColumn {
    private static final long serialVersionUID = 1L;
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

  /** The type of numbers that are gathered. */
  ColumnType type() {
    return gathered().type();
  }

  /** Adds a row and returns its number, NaN where it has none. */
  double add(TableRow row, long unit) {
    boolean isNull = law.isNull(row);
    double number = isNull ? Double.NaN : law.number(row);
    if (sketch != null) {
      if (isNull) {
        sketch.addNull(unit);
      } else {
        sketch.add(number, unit);
      }
    }
    return number;
  }

  void merge(HiddenNumber other) {
    if (sketch != null) {
      sketch.merge(other.gathered());
    }
  }

  private ColumnSketch.Numbers gathered() {
    return Objects.requireNonNull(sketch);
  }

  private static double leastAboveZero(Grid grid) {
    return grid.phase() > 0 ? grid.value(0) : grid.spacing();
  }

  /** The distribution of numbers that are gathered; none of a difference's lies below zero. */
  NumericMarginal marginal(ColumnRule rule) {
    NumericMarginal fitted = (NumericMarginal) gathered().marginal(rule);
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
