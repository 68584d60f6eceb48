package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.sketch.CalendarSketch;
import io.mirrorlake.profiler.sketch.GranularitySketch;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.io.Serializable;
import java.util.Optional;

/** All that one scan gathers of a column, and the way from there to its marginal or key. */
public sealed interface ColumnSketch extends Serializable {
  /** The sketch that suits columns of this type. */
  static ColumnSketch of(ColumnType type, int capacity, int unitLimit) {
    return type.kind().isContinuous()
        ? new Numbers(
            new NumericSketch(capacity, unitLimit),
            GranularitySketch.of(type, unitLimit),
            CalendarSketch.of(type, unitLimit),
            type)
        : new Texts(new TextSketch(capacity, unitLimit), type.kind() == Kind.BINARY);
  }

  /** The sketch of distances between two columns' numbers or points in time. */
  static Numbers ofDistances(ColumnType type, int capacity, int unitLimit) {
    return new Numbers(
        new NumericSketch(capacity, unitLimit),
        GranularitySketch.ofDistances(type, unitLimit),
        CalendarSketch.of(type, unitLimit),
        type);
  }

  /** Adds all that another sketch of the same column has seen. */
  void merge(ColumnSketch other);

  /** Adds a null of the unit with this hash. */
  void addNull(long unit);

  /** The nulls. */
  Tally nulls();

  /** How many values are not null. */
  long rows();

  /** The marginal under this rule. */
  Marginal marginal(ColumnRule rule);

  /** The key under this rule; the column must hold whole numbers or strings, and no null. */
  Key key(ColumnRule rule);

  /**
   * Numbers and points in time.
   *
   * @param values their distribution
   * @param granularity the grid they keep to
   * @param calendar the months, weekdays and hours of points in time
   * @param type the column's type
   */
  record Numbers(
      NumericSketch values, GranularitySketch granularity, CalendarSketch calendar, ColumnType type)
      implements ColumnSketch {
    /** Adds a value carried by the unit with this hash. */
    public void add(double value, long unit) {
      values.add(value, unit);
      granularity.add(value, unit);
      calendar.add(value, unit);
    }

    @Override
    public void merge(ColumnSketch other) {
      values.merge(((Numbers) other).values);
      granularity.merge(((Numbers) other).granularity);
      calendar.merge(((Numbers) other).calendar);
    }

    @Override
    public void addNull(long unit) {
      values.addNull(unit);
    }

    @Override
    public Tally nulls() {
      return values.nulls();
    }

    @Override
    public long rows() {
      return values.rows();
    }

    @Override
    public Marginal marginal(ColumnRule rule) {
      Grid digits = NotationFinder.grid(values, granularity, rule);
      Grid grid = LatticeFinder.grid(digits, values, rule);
      NumericMarginal marginal = NumericMarginalFitter.fit(values, type, grid, rule);
      return CalendarFitter.fit(marginal, calendar, values.rows(), rule);
    }

    @Override
    public Key key(ColumnRule rule) {
      return KeyFitter.fit(values, rule);
    }
  }

  /**
   * Strings, bytes and booleans.
   *
   * @param values their distribution
   * @param bytes whether they are {@link BytesText}
   */
  record Texts(TextSketch values, boolean bytes) implements ColumnSketch {
    /** Adds a value carried by the unit with this hash. */
    public void add(String value, long unit) {
      values.add(value, unit);
    }

    @Override
    public void merge(ColumnSketch other) {
      values.merge(((Texts) other).values);
    }

    @Override
    public void addNull(long unit) {
      values.addNull(unit);
    }

    @Override
    public Tally nulls() {
      return values.nulls();
    }

    @Override
    public long rows() {
      return values.rows();
    }

    @Override
    public Marginal marginal(ColumnRule rule) {
      return marginal(rule, Optional.empty());
    }

    /** The marginal of a column that was recognized as personal data, or was not. */
    public Marginal marginal(ColumnRule rule, Optional<Recognition> personal) {
      return bytes
          ? BinaryMarginalFitter.fit(values, rule)
          : CategoricalMarginalFitter.fit(values, rule, personal);
    }

    /** What the column is by its values and its name, where it is personal data. */
    public Optional<Recognition> recognize(String column) {
      return PersonalRecognizer.recognize(column, values.sample().keySet());
    }

    @Override
    public Key key(ColumnRule rule) {
      return KeyFitter.fit(values, rule);
    }
  }
}
