package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** The check that one column decides another: which values occur together, and how often. */
final class MappingCheck extends ConstraintCheck {
  private static final long serialVersionUID = 1L;

  /** Some more values than a marginal names, as rare ones count too. */
  private static final int MOST_VALUES = 8192;

  /** A unit that breaks a rule in so many ways is enough, or memory would not be. */
  private static final long MOST_EXCEPTION_PAIRS = 1024;

  private final int from;
  private final int to;
  private final boolean fromNumbers;
  private final boolean toNumbers;
  private final Limit limit;
  private final boolean declared;
  private final Map<Object, Map<Object, Tally>> counts = new HashMap<>();
  private boolean overflown;
  private long exceptionPairs;

  /** Stands for a null among the keys of the maps. */
  private static final String MISSING = "\u0000null";

  /**
   * @param from the column that decides; negative for none, where one value is to be everywhere
   * @param declared whether the counts are wanted even if the columns break the constraint
   */
  MappingCheck(
      int from, int to, boolean fromNumbers, boolean toNumbers, Limit limit, boolean declared) {
    this.from = from;
    this.to = to;
    this.fromNumbers = fromNumbers;
    this.toNumbers = toNumbers;
    this.limit = limit;
    this.declared = declared;
  }

  @Override
  void add(TableRow row, long unit) {
    count();
    if (!overflown) {
      add(
          from < 0 ? MISSING : value(row, from, fromNumbers),
          value(row, to, toNumbers),
          limit.one(unit));
      shrink();
    }
  }

  @Override
  void merge(ConstraintCheck other) {
    MappingCheck that = (MappingCheck) other;
    count(other);
    overflown |= that.overflown;
    that.counts.forEach(
        (value, decided) -> decided.forEach((decision, tally) -> add(value, decision, tally)));
    shrink();
  }

  private void add(Object value, Object decision, Tally tally) {
    Map<Object, Tally> decided = counts.computeIfAbsent(value, any -> new HashMap<>());
    int before = decided.size();
    decided.merge(decision, tally, limit::join);
    exceptionPairs += before > 0 && decided.size() > before ? 1 : 0;
  }

  private void shrink() {
    if (counts.size() > MOST_VALUES) {
      overflown = true;
    }
    if (overflown) {
      counts.clear();
    }
  }

  @Override
  boolean isHopeless() {
    // Every pair beyond one a value has a row at least, and rows may be of one unit.
    long most = limit.units() == 0 ? limit.exceptions() : MOST_EXCEPTION_PAIRS;
    return !declared && (overflown || exceptionPairs >= most);
  }

  /** Whether there were too many values to watch them all. */
  boolean isOverflown() {
    return overflown;
  }

  @Override
  Tally exceptions() {
    Tally all = Tally.ZERO;
    for (Map<Object, Tally> decided : counts.values()) {
      Object usual = most(decided).orElseThrow().getKey();
      for (Map.Entry<Object, Tally> entry : decided.entrySet()) {
        all = entry.getKey().equals(usual) ? all : limit.join(all, entry.getValue());
      }
    }
    return all;
  }

  /** Whether different values decide differently, as far as enough units show it. */
  boolean isOneToOne(ColumnRule rule) {
    Map<Cell, Cell> decisions = decisions(rule);
    return new HashSet<>(decisions.values()).size() == decisions.size();
  }

  /** What each value decides, as far as enough units show it. */
  Map<Cell, Cell> decisions(ColumnRule rule) {
    Map<Cell, Cell> decisions = new HashMap<>();
    counts.forEach(
        (value, decided) ->
            most(decided)
                .filter(entry -> rule.allows(entry.getValue()))
                .ifPresent(entry -> decisions.put(cell(value), cell(entry.getKey()))));
    return decisions;
  }

  private static Optional<Map.Entry<Object, Tally>> most(Map<Object, Tally> decided) {
    return decided.entrySet().stream()
        .max(
            Comparator.comparingLong((Map.Entry<Object, Tally> entry) -> entry.getValue().rows())
                .thenComparing(entry -> entry.getKey().toString()));
  }

  private static Object value(TableRow row, int column, boolean numbers) {
    if (row.isNull(column)) {
      return MISSING;
    }
    return numbers ? (Object) row.number(column) : row.text(column);
  }

  private static Cell cell(Object value) {
    if (value instanceof Double number) {
      return new Cell.Numeric(number);
    }
    return value.equals(MISSING) ? new Cell.Missing() : new Cell.Text((String) value);
  }
}
