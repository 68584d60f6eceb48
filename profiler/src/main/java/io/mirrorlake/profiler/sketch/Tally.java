package io.mirrorlake.profiler.sketch;

import java.io.Serializable;

/**
 * How often something occurs, and how many privacy units carry it.
 *
 * @param rows the rows
 * @param units the units, {@link Units#NONE} where every row is a unit
 */
public record Tally(long rows, Units units) implements Serializable {
  /** Nothing seen. */
  public static final Tally ZERO = new Tally(0, Units.NONE);

  private static final Tally ROW = new Tally(1, Units.NONE);

  /** One row of the unit with this hash; a limit of 0 means that every row is a unit. */
  public static Tally one(long unit, int unitLimit) {
    return unitLimit == 0 ? ROW : new Tally(1, Units.of(unit));
  }

  /** How many privacy units carry it; exact up to the limit of the units. */
  public long unitCount() {
    return units.count() == 0 ? rows : units.count();
  }

  /** This and that together. */
  public Tally plus(Tally other, int unitLimit) {
    return new Tally(rows + other.rows, units.union(other.units, unitLimit));
  }
}
