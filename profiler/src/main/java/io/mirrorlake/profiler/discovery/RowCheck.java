package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.sketch.Tally;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The check of what every row shows by itself. */
final class RowCheck extends ConstraintCheck {
  private static final long serialVersionUID = 1L;

  private final Condition condition;
  private final int[] columns;
  private final boolean needsValues;
  private final boolean hasOwnNulls;
  private final Tally[] mismatches;
  private final Limit limit;
  private Tally exceptions = Tally.ZERO;

  /** A condition on a row. */
  private interface Condition extends Serializable {
    boolean holds(TableRow row);
  }

  private RowCheck(int[] columns, boolean needsValues, Limit limit, Condition condition) {
    this(columns, needsValues, false, limit, condition);
  }

  /**
   * @param needsValues whether it speaks of rows without nulls only
   * @param hasOwnNulls whether the first column may be null where the others are not
   */
  private RowCheck(
      int[] columns, boolean needsValues, boolean hasOwnNulls, Limit limit, Condition condition) {
    this.hasOwnNulls = hasOwnNulls;
    this.columns = columns;
    this.limit = limit;
    this.needsValues = needsValues;
    this.condition = condition;
    this.mismatches = new Tally[columns.length];
    Arrays.fill(mismatches, Tally.ZERO);
  }

  /**
   * The check of a constraint.
   *
   * @param names the table's columns
   * @param numeric whether the columns hold numbers
   */
  static RowCheck of(
      Constraint constraint,
      List<String> names,
      boolean numeric,
      Tolerance tolerance,
      Limit limit) {
    int[] at = constraint.columns().stream().mapToInt(names::indexOf).toArray();
    if (constraint instanceof Constraint.Order order) {
      boolean strict = order.strict();
      return new RowCheck(
          at,
          true,
          limit,
          row ->
              strict
                  ? row.number(at[0]) < row.number(at[1])
                  : row.number(at[0]) <= row.number(at[1]));
    }
    if (constraint instanceof Constraint.NullTogether) {
      return new RowCheck(at, false, limit, row -> row.isNull(at[0]) == row.isNull(at[1]));
    }
    if (constraint instanceof Constraint.NullWhen) {
      return new RowCheck(at, false, limit, row -> row.isNull(at[0]) || !row.isNull(at[1]));
    }
    if (constraint instanceof Constraint.EqualInPart) {
      return new RowCheck(at, false, limit, row -> !row.isNull(at[0]) || row.isNull(at[1]));
    }
    if (constraint instanceof Constraint.Equal) {
      return new RowCheck(at, false, limit, row -> areEqual(row, at, numeric));
    }
    return calculation(constraint, at, tolerance, limit);
  }

  private static RowCheck calculation(
      Constraint constraint, int[] at, Tolerance tolerance, Limit limit) {
    if (constraint instanceof Constraint.Product) {
      return new RowCheck(
          at,
          true,
          limit,
          row -> {
            double expected = row.number(at[1]) * row.number(at[2]);
            return tolerance.isMet(expected, row.number(at[0]), Math.abs(expected));
          });
    }
    if (constraint instanceof Constraint.Multiple multiple) {
      double scale = Math.pow(10, multiple.decimals());
      return new RowCheck(
          at,
          true,
          true,
          limit,
          row -> Quotient.holds(row.number(at[0]), row.number(at[1]), scale, tolerance));
    }
    Balance balance = Balance.of((Constraint.Sum) constraint, tolerance);
    return new RowCheck(at, true, limit, row -> balance.holds(i -> row.number(at[i])));
  }

  private static boolean areEqual(TableRow row, int[] at, boolean numeric) {
    if (row.isNull(at[0]) || row.isNull(at[1])) {
      return row.isNull(at[0]) && row.isNull(at[1]);
    }
    return numeric
        ? Double.compare(row.number(at[0]), row.number(at[1])) == 0
        : row.text(at[0]).equals(row.text(at[1]));
  }

  @Override
  void add(TableRow row, long unit) {
    int nulls = 0;
    for (int column : columns) {
      nulls += row.isNull(column) ? 1 : 0;
    }
    for (int i = 0; i < columns.length; i++) {
      boolean isNull = row.isNull(columns[i]);
      boolean anyOther = nulls > (isNull ? 1 : 0);
      // How many times a column is another is null where the column alone is.
      boolean own = hasOwnNulls && i == 0 && isNull;
      if (isNull != anyOther && !own) {
        mismatches[i] = limit.join(mismatches[i], limit.one(unit));
      }
    }
    if (!needsValues || nulls == 0) {
      count();
      if (!condition.holds(row)) {
        exceptions = limit.join(exceptions, limit.one(unit));
      }
    }
  }

  @Override
  void merge(ConstraintCheck other) {
    RowCheck that = (RowCheck) other;
    count(other);
    exceptions = limit.join(exceptions, that.exceptions);
    Arrays.setAll(mismatches, i -> limit.join(mismatches[i], that.mismatches[i]));
  }

  @Override
  Tally exceptions() {
    return exceptions;
  }

  @Override
  boolean isHopeless() {
    return limit.isReached(exceptions);
  }

  /** Whether a column is null where one of the constraint's other columns is, as a rule. */
  boolean followsNulls(int column, long fewer) {
    return mismatches[column].unitCount() < fewer;
  }
}
