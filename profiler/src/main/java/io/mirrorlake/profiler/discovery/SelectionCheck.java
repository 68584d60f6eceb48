package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The check of columns that take few combinations of values: which, and how often. */
final class SelectionCheck extends ConstraintCheck {
  private static final long serialVersionUID = 1L;

  /** Some more combinations than a marginal names, as rare ones count too. */
  private static final int MOST_COMBINATIONS = 8192;

  private final int[] columns;
  private final List<Boolean> numbers;
  private final boolean oneHot;
  private final Limit limit;
  private final Map<List<Cell>, Tally> counts = new HashMap<>();
  private boolean overflown;
  private Tally exceptions = Tally.ZERO;

  /**
   * @param columns the columns
   * @param numbers which of them hold numbers
   * @param oneHot whether exactly one must be set
   */
  SelectionCheck(int[] columns, List<Boolean> numbers, boolean oneHot, Limit limit) {
    this.columns = columns.clone();
    this.numbers = List.copyOf(numbers);
    this.oneHot = oneHot;
    this.limit = limit;
  }

  /**
   * A combination and how often it occurs.
   *
   * @param cells one value a column
   * @param rows how many rows have it
   */
  record Selected(List<Cell> cells, long rows) {}

  @Override
  void add(TableRow row, long unit) {
    count();
    List<Cell> values = new ArrayList<>(columns.length);
    int set = 0;
    for (int i = 0; i < columns.length; i++) {
      Cell cell = cell(row, i);
      values.add(cell);
      set += isSet(cell) ? 1 : 0;
    }
    if (oneHot && set != 1) {
      exceptions = limit.join(exceptions, limit.one(unit));
    } else if (!overflown) {
      counts.merge(values, limit.one(unit), limit::join);
      shrink();
    }
  }

  private Cell cell(TableRow row, int i) {
    if (row.isNull(columns[i])) {
      return new Cell.Missing();
    }
    return numbers.get(i)
        ? new Cell.Numeric(row.number(columns[i]))
        : new Cell.Text(row.text(columns[i]));
  }

  /** Whether a value of a column of ones and zeros, or of booleans, is the one that is rare. */
  static boolean isSet(Cell cell) {
    return cell.equals(new Cell.Numeric(1)) || cell.equals(new Cell.Text("true"));
  }

  @Override
  void merge(ConstraintCheck other) {
    SelectionCheck that = (SelectionCheck) other;
    count(other);
    exceptions = limit.join(exceptions, that.exceptions);
    overflown |= that.overflown;
    that.counts.forEach((values, tally) -> counts.merge(values, tally, limit::join));
    shrink();
  }

  private void shrink() {
    overflown |= counts.size() > MOST_COMBINATIONS;
    if (overflown) {
      counts.clear();
    }
  }

  @Override
  boolean isHopeless() {
    return overflown || limit.isReached(exceptions);
  }

  @Override
  Tally exceptions() {
    return exceptions;
  }

  boolean isOverflown() {
    return overflown;
  }

  /** The rows of all combinations but these. */
  Tally others(List<Selected> told) {
    Map<List<Cell>, Tally> left = new HashMap<>(counts);
    told.forEach(selected -> left.remove(selected.cells()));
    return left.values().stream().reduce(Tally.ZERO, limit::join);
  }

  /** The combinations that enough units carry, the most frequent first. */
  List<Selected> selected(ColumnRule rule) {
    return counts.entrySet().stream()
        .filter(entry -> rule.allows(entry.getValue()))
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<List<Cell>, Tally> entry) -> -entry.getValue().rows())
                .thenComparing(entry -> entry.getKey().toString()))
        .map(entry -> new Selected(entry.getKey(), entry.getValue().rows()))
        .toList();
  }
}
