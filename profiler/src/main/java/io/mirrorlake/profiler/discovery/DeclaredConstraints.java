package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.fit.ConstraintOptions;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of the constraints that somebody wrote. */
final class DeclaredConstraints {
  /** Decimals of more digits are not calculated with. */
  private static final int MOST_DIGITS = 18;

  /** What the names of hidden columns begin with; those of source columns may, too. */
  private static final String HIDDEN = "#@=>";

  private DeclaredConstraints() {}

  static void requireFit(ConstraintOptions options, List<Column> columns, Set<String> keys) {
    Stream.concat(
            options.dropped().stream().flatMap(dropped -> dropped.columns().stream()),
            options.droppedColumns().stream())
        .forEach(name -> column(name, "constraints.drop", columns, keys));
    for (Constraint constraint : options.declared()) {
      for (String name : constraint.columns()) {
        Column column = column(name, "'" + constraint.text() + "'", columns, keys);
        if (keys.contains(name)) {
          throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the constraint '"
                  + constraint.text()
                  + "' speaks of the column '"
                  + name
                  + "', which takes"
                  + " no part in constraints",
              "name no key, no part of a nested column, no bytes and no interval");
        }
        if (isOfNumbers(constraint) && !isCalculable(column)) {
          throw UserException.of(
              ErrorKind.CONFIGURATION,
              "the constraint '"
                  + constraint.text()
                  + "' calculates with '"
                  + name
                  + "', which is of type "
                  + column.type(),
              "name numbers of up to 18 digits, or points in time");
        }
      }
    }
  }

  private static Column column(String name, String user, List<Column> columns, Set<String> keys) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.of(
                    ErrorKind.CONFIGURATION,
                    user + " speaks of the column '" + name + "', which the table has not",
                    "its columns are "
                        + columns.stream()
                            .map(Column::name)
                            .filter(of -> !keys.contains(of) || HIDDEN.indexOf(of.charAt(0)) < 0)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Whether it speaks of numbers: columns that are equal may have any type, and steps are numbers'
   * although nothing is calculated.
   */
  private static boolean isOfNumbers(Constraint constraint) {
    return constraint instanceof Constraint.Steps
        || (constraint.mayCalculate() && !(constraint instanceof Constraint.Equal));
  }

  private static boolean isCalculable(Column column) {
    return column.type().kind().isContinuous() && column.type().precision() <= MOST_DIGITS;
  }
}
