package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.sketch.Tally;
import java.io.Serializable;

/**
 * What a scan needs to know of the disclosure policy.
 *
 * @param exceptions the number of units that undo a constraint at most
 * @param units how many privacy units are told apart; 0 where every row is a unit
 */
record Limit(long exceptions, int units) implements Serializable {
  Tally one(long unit) {
    return Tally.one(unit, units);
  }

  Tally join(Tally a, Tally b) {
    return a.plus(b, units);
  }

  boolean isReached(Tally exceptionsSeen) {
    return exceptionsSeen.unitCount() >= exceptions;
  }
}
