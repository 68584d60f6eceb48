package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.key.KeyDigit;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.profiler.schema.ColumnType;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Something that is known of a row before its columns are drawn, and where the wide query has it.
 *
 * @param name what the copula calls it
 * @param origin whose column it is
 * @param reference the reference to the further parent whose column it is; else empty
 * @param column the column it is taken from, empty for positions and cells
 * @param type the type of its values
 * @param marginal the parent's marginal; empty where it is the table's own column's, or none
 * @param how what else decides its codes
 */
record GivenSource(
    String name,
    Origin origin,
    String reference,
    String column,
    ColumnType type,
    Optional<Marginal> marginal,
    How how) {
  private static final ColumnType NUMBER = ColumnType.of(Kind.INT);

  /**
   * What decides the codes of something given that has no marginal.
   *
   * @param digit the part of a key that it is
   * @param passed what it is to the parent, where that one is given it too
   * @param places the first place of each code, where it is a value that a reference table keeps
   * @param isOrdered whether neighbouring places are alike
   */
  record How(
      Optional<KeyDigit> digit,
      Optional<GivenColumn> passed,
      List<Integer> places,
      boolean isOrdered) {
    private static final How PLAIN = new How(Optional.empty(), Optional.empty(), List.of(), true);
  }

  /** A column of another row: of the parent, or of the sibling before. */
  static GivenSource ofColumn(
      String name, Origin origin, String column, ColumnType type, Optional<Marginal> marginal) {
    return new GivenSource(name, origin, "", column, type, marginal, How.PLAIN);
  }

  /** A drawn or looked-up column of a further parent. */
  static GivenSource ofFurther(String name, String reference, ColumnProfile of) {
    ColumnType type = of.column().type();
    return new GivenSource(
        name, Origin.FURTHER, reference, of.name(), type, of.distribution(), How.PLAIN);
  }

  /** A column of a further parent that is kept: its values' places. */
  static GivenSource ofKept(
      String name, String reference, String column, List<Integer> places, boolean isOrdered) {
    How how = new How(Optional.empty(), Optional.empty(), places, isOrdered);
    return new GivenSource(name, Origin.FURTHER, reference, column, NUMBER, Optional.empty(), how);
  }

  /** A position or a cell. */
  static GivenSource ofPlace(String name, Origin origin) {
    return ofColumn(name, origin, "", NUMBER, Optional.empty());
  }

  /** The digit that a part of the row's key is. */
  static GivenSource ofDigit(String name, String column, KeyDigit digit) {
    How how = new How(Optional.of(digit), Optional.empty(), List.of(), true);
    return new GivenSource(name, Origin.DIGIT, "", column, NUMBER, Optional.empty(), how);
  }

  /** The same column, which is given to the parent too, as this. */
  GivenSource passedAs(Optional<GivenColumn> toParent) {
    How passed = new How(how.digit(), toParent, how.places(), how.isOrdered());
    return new GivenSource(name, origin, reference, column, type, marginal, passed);
  }

  /** What it is in the copula, with these codes. */
  GivenColumn given(List<Integer> starts) {
    return new GivenColumn(name, origin, reference, column, starts);
  }

  /** The wide query's column that is null where a row has nothing of it; empty where all have. */
  String presence() {
    return switch (origin) {
      case PARENT -> Surroundings.HAS_PARENT;
      case PREVIOUS -> Surroundings.HAS_PREVIOUS;
      case FURTHER -> Surroundings.HAS_FURTHER + reference;
      case POSITION, CELL, DIGIT -> "";
    };
  }
}
