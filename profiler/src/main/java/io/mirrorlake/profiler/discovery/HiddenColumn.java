package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.List;

/**
 * A column that is drawn so that others can be computed from it, and where its values come from.
 */
public sealed interface HiddenColumn {
  /** Its profile. */
  ColumnProfile.Drawn profile();

  /**
   * A number of a row: how far a column lies above another, how many times it is the other, what it
   * is where it does not equal the other, or what a total of many others is.
   *
   * @param profile its profile
   * @param index which of the numbers of {@link ConstraintScan#add} it is
   */
  record OfNumber(ColumnProfile.Drawn profile, int index) implements HiddenColumn {}

  /**
   * Which combination of values several columns have.
   *
   * @param profile its profile
   * @param columns the columns
   * @param combinations the combinations that its categories stand for, one value a column
   */
  record OfSelection(
      ColumnProfile.Drawn profile, List<String> columns, List<List<Cell>> combinations)
      implements HiddenColumn {}
}
