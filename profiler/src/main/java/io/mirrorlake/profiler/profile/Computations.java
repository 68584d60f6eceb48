package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of a table's computed columns and constraints. */
final class Computations {
  private final String table;
  private final Map<String, ColumnProfile> columns = new HashMap<>();
  private final Set<String> computable = new HashSet<>();
  private final Set<String> open = new HashSet<>();

  private Computations(String table, List<ColumnProfile> columns) {
    this.table = table;
    columns.forEach(column -> this.columns.put(column.name(), column));
  }

  /**
   * Checks that every column can be computed, and that constraints speak of the table's columns.
   *
   * @throws IllegalArgumentException where a column is missing, computed from itself, or of a type
   *     that the formula does not give
   */
  static void requireComputable(
      String table, List<ColumnProfile> columns, List<ListedConstraint> constraints) {
    Computations computations = new Computations(table, columns);
    columns.forEach(column -> computations.require(column.name(), column.name()));
    for (ListedConstraint listed : constraints) {
      Constraint constraint = listed.constraint();
      constraint.columns().forEach(name -> computations.requireKnown(name, constraint.text()));
    }
  }

  private ColumnProfile requireKnown(String name, String user) {
    return Optional.ofNullable(columns.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table '"
                        + table
                        + "' has no column '"
                        + name
                        + "', which '"
                        + user
                        + "' speaks of"));
  }

  private void require(String name, String user) {
    ColumnProfile column = requireKnown(name, user);
    if (computable.contains(name)) {
      return;
    }
    if (!open.add(name)) {
      throw new IllegalArgumentException(
          "column '" + name + "' of table '" + table + "' is computed from itself");
    }
    if (column instanceof ColumnProfile.Derived derived) {
      for (String input : derived.formula().inputs()) {
        require(input, name);
        requireInput(derived, requireKnown(input, name));
      }
    }
    computable.add(name);
  }

  private void requireInput(ColumnProfile.Derived derived, ColumnProfile input) {
    ColumnType type = input.column().type();
    Formula formula = derived.formula();
    boolean fits =
        (formula instanceof Formula.Copy || formula instanceof Formula.Coalesce)
            ? type.equals(derived.column().type())
            : formula instanceof Formula.Lookup
                ? input.distribution().isPresent()
                : type.kind().isContinuous();
    if (!fits) {
      throw new IllegalArgumentException(
          "column '"
              + derived.name()
              + "' of table '"
              + table
              + "' cannot be computed from '"
              + input.name()
              + "' of type "
              + type);
    }
  }
}
