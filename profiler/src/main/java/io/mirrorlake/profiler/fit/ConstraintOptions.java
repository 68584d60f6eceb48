package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.List;

/**
 * Which constraints a profile takes in.
 *
 * @param discover whether they are looked for in the data
 * @param dropped those that are not kept although they are found
 * @param droppedColumns columns of which nothing is kept that was found
 * @param declared those that are kept although nobody looked for them
 * @param tolerated the greatest share of rows that may break a declared one, in [0, 1]
 */
public record ConstraintOptions(
    boolean discover,
    List<Constraint> dropped,
    List<String> droppedColumns,
    List<Constraint> declared,
    double tolerated) {
  /** More than a few rows in a hundred are no typing errors: such a constraint is a mistake. */
  public static final double DEFAULT_TOLERATED = 0.05;

  /** All that is found. */
  public static final ConstraintOptions DEFAULT =
      new ConstraintOptions(true, List.of(), List.of(), List.of(), DEFAULT_TOLERATED);

  /** None. */
  public static final ConstraintOptions NONE =
      new ConstraintOptions(false, List.of(), List.of(), List.of(), DEFAULT_TOLERATED);

  public ConstraintOptions {
    dropped = List.copyOf(dropped);
    droppedColumns = List.copyOf(droppedColumns);
    declared = List.copyOf(declared);
    if (!(tolerated >= 0 && tolerated <= 1)) {
      throw new IllegalArgumentException("the tolerated share must lie in [0, 1]: " + tolerated);
    }
  }

  /** Whether a constraint that was found is to be kept. */
  public boolean admits(Constraint found) {
    return !dropped.contains(found) && found.columns().stream().noneMatch(droppedColumns::contains);
  }
}
