package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.key.CalendarPart;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.key.Pace;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.schema.Column;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /**
   * The name of what is drawn of the column where it does not equal another one: its own, unless it
   * is made to equal that one in a part of the rows.
   */
  default String besides(String other) {
    return name();
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
    public String besides(String other) {
      return formula instanceof Formula.Coalesce coalesce && coalesce.second().equals(other)
          ? coalesce.first()
          : name();
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
    if (!holdsOnly(column.type().kind(), marginal) || !holdsDigits(column.type(), marginal)) {
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

  /** Dates and times by their digits are whole numbers; a float is too short for them. */
  private static boolean holdsDigits(ColumnType type, Marginal marginal) {
    boolean digits = marginal instanceof NumericMarginal numeric && numeric.grid().isOfDigits();
    return !digits || !(type.kind().isTemporal() || type.kind() == Kind.FLOAT || type.scale() > 0);
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

  /**
   * A part of a foreign key: the value of a column of the row that is referred to.
   *
   * @param column the column, nullable exactly where a row may refer to nothing
   * @param reference the name of the reference
   * @param part which of the reference's columns it is
   */
  record Referenced(Column column, String reference, int part) implements ColumnProfile {
    public Referenced {
      if (part < 0) {
        throw new IllegalArgumentException(
            "column '" + column.name() + "' is part " + part + " of a reference");
      }
    }
  }

  /**
   * The place of a row in its family, counted from 0: start + step place.
   *
   * @param column the column, of whole numbers, not nullable
   * @param start the first sibling's number
   * @param step the distance of siblings, not 0
   */
  record Positioned(Column column, long start, long step) implements ColumnProfile {
    public Positioned {
      requirePlace(column, column.type().kind().isInteger(), "a position");
      if (step == 0) {
        throw new IllegalArgumentException(
            "the positions of column '" + column.name() + "' have the distance 0");
      }
    }
  }

  /**
   * How far apart the rows of a closure's pair lie: start + the number of steps from the descendant
   * up to its ancestor.
   *
   * @param column the column, of whole numbers, not nullable
   * @param start the distance of a row to itself, whether the closure has such pairs or not
   */
  record Distance(Column column, long start) implements ColumnProfile {
    public Distance {
      requirePlace(column, column.type().kind().isInteger(), "a distance");
    }
  }

  /**
   * A column that rises from sibling to sibling: the first takes the value of one hidden column,
   * every other one the value of the sibling before and a gap.
   *
   * @param column the column, of numbers or points in time, not nullable
   * @param first the hidden column of the first sibling's value
   * @param gap the hidden column of gaps; what lies below the least one counts as the least one
   * @param least the least gap, at least 0: months where these are counted, else days for dates,
   *     microseconds for timestamps, or numbers; more than 0 where no two siblings may have the
   *     same value
   * @param above the column, never null, that the first sibling's value is counted from
   * @param pace what gaps are counted in; months for dates and timestamps only, whose first values
   *     count as the first or last day of their month
   * @param rhythm what of the calendar values keep to, but for first ones that are counted from
   *     another column
   */
  record Evolved(
      Column column,
      String first,
      String gap,
      double least,
      Optional<String> above,
      Pace pace,
      Optional<Rhythm> rhythm)
      implements ColumnProfile {
    public Evolved {
      Kind kind = column.type().kind();
      boolean fits = kind.isContinuous() && least >= 0;
      requirePlace(column, fits, "a value and gaps");
      requirePlace(column, !pace.isMonthly() || kind.isTemporal(), "months");
      boolean kept =
          rhythm.isEmpty()
              || (kind.isTemporal()
                  && !pace.isMonthly()
                  && !(kind == Kind.DATE && rhythm.get().part().isOfHours()));
      requirePlace(column, kept, "this part of the calendar");
    }

    /**
     * What of the calendar values keep to.
     *
     * @param part which part
     * @param column the hidden column of the parts that values have: each is moved to the nearest
     *     day or hour of its part that is not before the sibling
     */
    public record Rhythm(CalendarPart part, String column) {}

    /** One whose first siblings' values stand by themselves, and whose gaps are plain numbers. */
    public Evolved(Column column, String first, String gap, double least) {
      this(column, first, gap, least, Optional.empty(), Pace.UNITS, Optional.empty());
    }

    /** This column where the first sibling's value is so much more than another column. */
    public Evolved from(String base, String difference) {
      return new Evolved(column, difference, gap, least, Optional.of(base), pace, rhythm);
    }

    /** The columns that its values follow from. */
    public List<String> inputs() {
      return Stream.of(Stream.of(first, gap), above.stream(), rhythm.map(Rhythm::column).stream())
          .flatMap(Function.identity())
          .toList();
    }
  }

  /**
   * A part of a composite key that is no reference. Taken together, the parts are a number in mixed
   * radix, whose digits they are: row i has D (i div D) + P(i mod D) with a seeded permutation P of
   * [0, D), D the product of the digits' sizes. Where the leading reference is part of the primary
   * key, i is the place in the family and P(i) is i. Where the last digit, that of the greatest
   * {@code place}, is not a list, it goes on beyond its size.
   *
   * @param column the column, not nullable
   * @param place which digit it is; digit 0 changes first
   * @param digit its values
   */
  record Enumerated(Column column, int place, KeyDigit digit) implements ColumnProfile {
    public Enumerated {
      Kind kind = column.type().kind();
      boolean fits =
          digit instanceof KeyDigit.Texts
              || (digit instanceof KeyDigit.Months
                  ? kind == Kind.DATE
                  : kind.isInteger() || kind.isTemporal() || kind == Kind.DECIMAL);
      requirePlace(column, fits && place >= 0, "the digit " + place + " of " + digit);
    }
  }

  /**
   * A column of a reference table: its values are those of the table's rows.
   *
   * @param column the column
   */
  record Kept(Column column) implements ColumnProfile {}

  /**
   * A column of the row that a reference leads to: a further parent that is kept, or the leading
   * parent. It is there for other columns to be computed from, and hidden.
   *
   * @param column the column, nullable exactly where a row may refer to nothing, or to a row that
   *     has a null
   * @param reference the name of the reference
   * @param of the parent's column
   */
  record Borrowed(Column column, String reference, String of) implements ColumnProfile {
    @Override
    public boolean hidden() {
      return true;
    }
  }

  private static void requirePlace(Column column, boolean fits, String what) {
    if (!fits || column.nullable()) {
      throw new IllegalArgumentException(
          "column '"
              + column.name()
              + "' ("
              + column.type()
              + (column.nullable() ? ", nullable" : "")
              + ") cannot hold "
              + what);
    }
  }
}
