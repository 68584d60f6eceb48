package io.mirrorlake.profiler.constraint;

/**
 * A constraint that every synthetic row keeps, and what of the real table supports it.
 *
 * @param constraint the constraint
 * @param rows how many real rows it was checked on, rounded to a multiple of k
 * @param origin where it comes from
 * @param violated the share of those rows that break it; 0 for what was found
 */
public record ListedConstraint(Constraint constraint, long rows, Origin origin, double violated) {

  /** Where a constraint comes from. */
  public enum Origin {
    /** Found in the data. */
    FOUND,
    /** Written in the configuration. */
    DECLARED
  }

  public ListedConstraint {
    if (rows < 0 || !(violated >= 0 && violated <= 1)) {
      throw new IllegalArgumentException(
          "a constraint checked on " + rows + " rows and violated in a share of " + violated);
    }
    if (origin == Origin.FOUND && violated > 0) {
      throw new IllegalArgumentException("a constraint that was found is violated in no row");
    }
  }
}
