package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.sketch.Tally;
import java.io.Serializable;

/**
 * How one constraint fares on the whole table: the state that a scan accumulates. Merging is
 * associative and commutative.
 */
abstract class ConstraintCheck implements Serializable {
  private static final long serialVersionUID = 1L;

  private long rows;

  /** Adds a row of the unit with this hash. */
  abstract void add(TableRow row, long unit);

  /** Adds all that another check of the same constraint has seen. */
  abstract void merge(ConstraintCheck other);

  /** The rows that break the constraint. */
  abstract Tally exceptions();

  /** Whether it is known already that too many units break the constraint. */
  abstract boolean isHopeless();

  /** Counts a row that the constraint speaks of. */
  final void count() {
    rows++;
  }

  final void count(ConstraintCheck other) {
    rows += other.rows;
  }

  /** How many rows the constraint speaks of. */
  final long rows() {
    return rows;
  }

  /** A constraint and its check. */
  record Checked(Constraint constraint, boolean declared, ConstraintCheck check)
      implements Serializable {

    /** Whether nothing can come of it any more. */
    boolean isHopeless() {
      return !declared && check.isHopeless();
    }
  }
}
