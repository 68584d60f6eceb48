package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.Optional;

/**
 * Something that is known of a row before its columns are drawn, and where the wide query has it.
 *
 * @param name what the copula calls it
 * @param origin whose column it is
 * @param column the column it is taken from, empty for positions and cells
 * @param digit the part of a key that it is; empty for all others
 * @param type the type of its values
 * @param marginal the parent's marginal; empty where it is the table's own column's, or none
 * @param passed what it is to the parent, where that one is given it too
 */
record GivenSource(
    String name,
    Origin origin,
    String column,
    Optional<KeyDigit> digit,
    ColumnType type,
    Optional<Marginal> marginal,
    Optional<GivenColumn> passed) {
  private static final ColumnType NUMBER = ColumnType.of(Kind.INT);

  /** A column of another row: of the parent, or of the sibling before. */
  static GivenSource ofColumn(
      String name, Origin origin, String column, ColumnType type, Optional<Marginal> marginal) {
    return new GivenSource(
        name, origin, column, Optional.empty(), type, marginal, Optional.empty());
  }

  /** A position or a cell. */
  static GivenSource ofPlace(String name, Origin origin) {
    return new GivenSource(
        name, origin, "", Optional.empty(), NUMBER, Optional.empty(), Optional.empty());
  }

  /** The digit that a part of the row's key is. */
  static GivenSource ofDigit(String name, String column, KeyDigit digit) {
    return new GivenSource(
        name, Origin.DIGIT, column, Optional.of(digit), NUMBER, Optional.empty(), Optional.empty());
  }

  /** The same column, which is given to the parent too, as this. */
  GivenSource passedAs(Optional<GivenColumn> toParent) {
    return new GivenSource(name, origin, column, digit, type, marginal, toParent);
  }
}
