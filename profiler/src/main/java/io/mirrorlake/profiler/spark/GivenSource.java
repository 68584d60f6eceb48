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
 * @param how what decides its codes
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

  /** What decides its codes beside a marginal. */
  sealed interface How {
    /** Its marginal, or its own number. */
    record Plain() implements How {}

    /** The part of a key that it is. */
    record Digit(KeyDigit digit) implements How {}

    /** What it is to the parent, which is given it too. */
    record Passed(GivenColumn toParent) implements How {}

    /**
     * The row of a reference table that holds it.
     *
     * @param codes the code of each row, by the row's place
     * @param starts the first of the value's places, among all of its column, for each code
     * @param isOrdered whether neighbouring codes are alike
     */
    record Kept(List<Integer> codes, List<Integer> starts, boolean isOrdered) implements How {
      public Kept {
        codes = List.copyOf(codes);
        starts = List.copyOf(starts);
      }
    }
  }

  /** A column of another row: of the parent, or of the sibling before. */
  static GivenSource ofColumn(
      String name, Origin origin, String column, ColumnType type, Optional<Marginal> marginal) {
    return new GivenSource(name, origin, "", column, type, marginal, new How.Plain());
  }

  /** A drawn or looked-up column of a further parent. */
  static GivenSource ofFurther(String name, String reference, ColumnProfile of) {
    ColumnType type = of.column().type();
    return new GivenSource(
        name, Origin.FURTHER, reference, of.name(), type, of.distribution(), new How.Plain());
  }

  /** A column of a further parent that is kept. */
  static GivenSource ofKept(String name, String reference, String column, How.Kept how) {
    return new GivenSource(name, Origin.FURTHER, reference, column, NUMBER, Optional.empty(), how);
  }

  /** A position or a cell. */
  static GivenSource ofPlace(String name, Origin origin) {
    return ofColumn(name, origin, "", NUMBER, Optional.empty());
  }

  /** The digit that a part of the row's key is. */
  static GivenSource ofDigit(String name, String column, KeyDigit digit) {
    return new GivenSource(
        name, Origin.DIGIT, "", column, NUMBER, Optional.empty(), new How.Digit(digit));
  }

  /** The same column, which is given to the parent too, as this. */
  GivenSource passedAs(GivenColumn toParent) {
    return new GivenSource(
        name, origin, reference, column, type, marginal, new How.Passed(toParent));
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
