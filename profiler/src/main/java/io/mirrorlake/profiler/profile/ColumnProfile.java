package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was learned of one column: a distribution, how its keys are made, or how it follows from
 * other columns of the same row.
 */
public sealed interface ColumnProfile {
  /** Bytes as a category writes them: two hexadecimal digits each. */
  Pattern BYTES = Pattern.compile("(?:[0-9A-F]{2})*");

  /** The column: its name, type and whether it holds nulls. */
  Column column();

  /** The column's name. */
  default String name() {
    return column().name();
  }

  /** Whether the column is none of the table's own: other columns are computed from it. */
  default boolean hidden() {
    return false;
  }

  /** The column's distribution, where it has one of its own. */
  default Optional<Marginal> distribution() {
    return Optional.empty();
  }

  /**
   * A column whose values are drawn.
   *
   * @param column the column; it is nullable exactly where the marginal has nulls
   * @param marginal the distribution: categorical for strings, bytes and booleans, else numeric
   * @param hidden whether the column is there for others to be computed from only
   */
  record Drawn(Column column, Marginal marginal, boolean hidden) implements ColumnProfile {
    public Drawn {
      requireFit(column, marginal);
    }

    /** A column of the table's own. */
    public Drawn(Column column, Marginal marginal) {
      this(column, marginal, false);
    }

    @Override
    public Optional<Marginal> distribution() {
      return Optional.of(marginal);
    }
  }

  /**
   * A column whose values are computed from other columns of the same row.
   *
   * @param column the column
   * @param formula how
   */
  record Derived(Column column, Formula formula) implements ColumnProfile {
    public Derived {
      if (formula instanceof Formula.Lookup lookup) {
        requireFit(column, lookup.marginal());
      } else if (!(formula instanceof Formula.Copy) && !column.type().kind().isContinuous()) {
        throw new IllegalArgumentException(
            "column '" + column.name() + "' of type " + column.type() + " cannot be calculated");
      }
    }

    @Override
    public Optional<Marginal> distribution() {
      return formula instanceof Formula.Lookup lookup
          ? Optional.of(lookup.marginal())
          : Optional.empty();
    }
  }

  private static void requireFit(Column column, Marginal marginal) {
    boolean categorical = marginal instanceof CategoricalMarginal;
    if (categorical == column.type().kind().isContinuous()) {
      throw new IllegalArgumentException(
          "column '"
              + column.name()
              + "' of type "
              + column.type()
              + " has a "
              + (categorical ? "categorical" : "numeric")
              + " marginal");
    }
    if (!holdsOnly(column.type().kind(), marginal)) {
      throw new IllegalArgumentException(
          "column '"
              + column.name()
              + "' of type "
              + column.type()
              + " has a marginal with values that this type does not have");
    }
    if (column.nullable() != marginal.nullProbability() > 0) {
      throw new IllegalArgumentException(
          "column '"
              + column.name()
              + "' is "
              + (column.nullable() ? "" : "not ")
              + "nullable, but its null probability is "
              + marginal.nullProbability());
    }
  }

  private static boolean holdsOnly(Kind kind, Marginal marginal) {
    if (marginal instanceof NumericMarginal numeric) {
      return kind.isFloating()
          || numeric.segments().stream()
              .allMatch(
                  segment -> Double.isFinite(segment.low()) && Double.isFinite(segment.high()));
    }
    CategoricalMarginal categorical = (CategoricalMarginal) marginal;
    return switch (kind) {
      case BOOLEAN -> isOfBooleans(categorical);
      case BINARY ->
          categorical.categories().stream()
              .allMatch(category -> BYTES.matcher(category.value()).matches());
      default -> true;
    };
  }

  private static boolean isOfBooleans(CategoricalMarginal marginal) {
    return marginal.remainder().isEmpty()
        && marginal.categories().stream()
            .allMatch(category -> Set.of("true", "false").contains(category.value()));
  }

  /**
   * A column whose values are computed from the row index, unique by construction.
   *
   * @param column the column, not nullable
   * @param key the rule: a number for numeric columns, a text for strings
   */
  record Keyed(Column column, Key key) implements ColumnProfile {
    public Keyed {
      Kind kind = column.type().kind();
      boolean text = key instanceof Key.Formatted || key instanceof Key.Uuid;
      boolean fits = text ? kind.isText() : kind.isInteger() || kind == Kind.DECIMAL;
      if (!fits || column.nullable()) {
        throw new IllegalArgumentException(
            "column '"
                + column.name()
                + "' ("
                + column.type()
                + (column.nullable() ? ", nullable" : "")
                + ") cannot hold the key "
                + key);
      }
    }
  }
}
