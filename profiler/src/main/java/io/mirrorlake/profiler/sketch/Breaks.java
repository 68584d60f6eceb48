package io.mirrorlake.profiler.sketch;

import java.io.Serializable;
import java.util.Arrays;

/** How many rows, and which units, fall on each rung of a ladder of grids. */
final class Breaks implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Far more than any threshold. */
  private static final long MANY = 1 << 20;

  private final int unitLimit;
  private final long[] rows;

  /** Empty where every row is a unit. */
  private final Units[] units;

  Breaks(int rungs, int unitLimit) {
    this.unitLimit = unitLimit;
    this.rows = new long[rungs];
    this.units = new Units[unitLimit == 0 ? 0 : rungs];
    Arrays.fill(units, Units.NONE);
  }

  void add(int rung, long unit) {
    rows[rung]++;
    if (unitLimit > 0) {
      units[rung] = units[rung].union(Units.of(unit), unitLimit);
    }
  }

  /**
   * Whether so many are known to have fallen on this rung that more make no difference to whoever
   * asks for fewer.
   */
  boolean isFull(int rung) {
    return unitLimit > 0 ? units[rung].count() >= unitLimit : rows[rung] >= MANY;
  }

  void merge(Breaks other) {
    Arrays.setAll(rows, i -> rows[i] + other.rows[i]);
    Arrays.setAll(units, i -> units[i].union(other.units[i], unitLimit));
  }

  /** What fell on this rung. */
  Tally at(int rung) {
    return sum(rung, rung + 1);
  }

  /** What fell on this rung and those after it. */
  Tally from(int rung) {
    return sum(rung, rows.length);
  }

  /** What fell on this rung and those before it. */
  Tally upTo(int rung) {
    return sum(0, rung + 1);
  }

  private Tally sum(int from, int to) {
    Tally sum = Tally.ZERO;
    for (int i = from; i < to; i++) {
      sum = sum.plus(new Tally(rows[i], units.length == 0 ? Units.NONE : units[i]), unitLimit);
    }
    return sum;
  }
}
