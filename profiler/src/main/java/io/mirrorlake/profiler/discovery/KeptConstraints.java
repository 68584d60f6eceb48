package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.profile.ColumnProfile;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What follows from the checks.
 *
 * @param columns the table's columns, those that are computed as such, hidden ones before what is
 *     computed from them
 * @param hidden where the values of the hidden ones come from
 * @param constraints what every synthetic row keeps
 * @param notes what a reviewer should know
 */
public record KeptConstraints(
    List<ColumnProfile> columns,
    List<HiddenColumn> hidden,
    List<ListedConstraint> constraints,
    List<String> notes) {
  public KeptConstraints {
    columns = List.copyOf(columns);
    hidden = List.copyOf(hidden);
    constraints = List.copyOf(constraints);
    notes = List.copyOf(notes);
  }

  /** The same with other columns. */
  public KeptConstraints withColumns(UnaryOperator<List<ColumnProfile>> change) {
    return new KeptConstraints(change.apply(columns), hidden, constraints, notes);
  }
}
