package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Cell;
import io.mirrorlake.profiler.constraint.Constraint;
import io.mirrorlake.profiler.constraint.ConstraintNotation;
import io.mirrorlake.profiler.constraint.Formula;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.constraint.Term;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads formulas and constraints from JSON trees; the inverse of {@link FormulaWriter}. */
final class FormulaReader {
  private FormulaReader() {}

  static ListedConstraint constraint(JsonCursor at) {
    at.object("holds", "rows", "origin", "violated");
    JsonCursor holds = at.member("holds");
    String text = holds.text();
    Constraint constraint = holds.build(() -> ConstraintNotation.parse(text));
    long rows = at.member("rows").whole();
    JsonCursor origin = at.member("origin");
    ListedConstraint.Origin from =
        switch (origin.text()) {
          case "found" -> ListedConstraint.Origin.FOUND;
          case "declared" -> ListedConstraint.Origin.DECLARED;
          default -> throw origin.expected("\"found\" or \"declared\"");
        };
    double violated = at.optional("violated").map(JsonCursor::number).orElse(0.0);
    return at.build(() -> new ListedConstraint(constraint, rows, from, violated));
  }

  /**
   * A formula.
   *
   * @param type the type of its column
   * @param types the types of all columns
   */
  static Formula formula(JsonCursor at, ColumnType type, Map<String, ColumnType> types) {
    JsonCursor kind = at.member("kind");
    return switch (kind.text()) {
      case "copy" -> new Formula.Copy(at.object("kind", "of").member("of").text());
      case "sum" -> sum(at.object("kind", "terms", "constant", "divisor", "grid"));
      case "product" -> product(at.object("kind", "left", "right", "grid"));
      case "share" -> share(at.object("kind", "place", "among", "whole", "grid"));
      case "coalesce" -> coalesce(at.object("kind", "first", "second"));
      case "lookup" ->
          lookup(at.object("kind", "from", "marginal", "entries", "fallback"), type, types);
      default ->
          throw kind.expected(
              "\"copy\", \"sum\", \"product\", \"share\", \"coalesce\" or \"lookup\"");
    };
  }

  private static Formula sum(JsonCursor at) {
    List<Term> terms = at.member("terms").items().stream().map(FormulaReader::term).toList();
    Grid grid = ColumnReader.grid(at.member("grid"));
    long constant = at.optional("constant").map(JsonCursor::whole).orElse(0L);
    long divisor = at.optional("divisor").map(JsonCursor::whole).orElse(1L);
    return at.build(() -> new Formula.Linear(terms, constant, divisor, grid));
  }

  private static Term term(JsonCursor at) {
    at.object("column", "factor");
    String column = at.member("column").text();
    long factor = at.member("factor").whole();
    return at.build(() -> new Term(column, factor));
  }

  private static Formula product(JsonCursor at) {
    Grid grid = ColumnReader.grid(at.member("grid"));
    return new Formula.Product(at.member("left").text(), at.member("right").text(), grid);
  }

  private static Formula share(JsonCursor at) {
    long place = at.member("place").whole();
    List<String> among = at.member("among").items().stream().map(JsonCursor::text).toList();
    long whole = at.member("whole").whole();
    Grid grid = ColumnReader.grid(at.member("grid"));
    int number = (int) Math.max(-1, Math.min(place, Integer.MAX_VALUE));
    return at.build(() -> new Formula.Share(number, among, whole, grid));
  }

  private static Formula coalesce(JsonCursor at) {
    return new Formula.Coalesce(at.member("first").text(), at.member("second").text());
  }

  private static Formula lookup(JsonCursor at, ColumnType type, Map<String, ColumnType> types) {
    JsonCursor from = at.member("from");
    String name = from.text();
    ColumnType fromType =
        Optional.ofNullable(types.get(name))
            .orElseThrow(() -> from.expected("a column of the table"));
    Marginal marginal = ColumnReader.marginal(at.member("marginal"), type);
    List<Formula.Lookup.Entry> entries =
        at.member("entries").items().stream().map(item -> entry(item, fromType, type)).toList();
    Optional<Cell> fallback = at.optional("fallback").map(item -> cell(item, type));
    return at.build(() -> new Formula.Lookup(name, marginal, entries, fallback));
  }

  private static Formula.Lookup.Entry entry(JsonCursor at, ColumnType from, ColumnType to) {
    at.object("from", "to");
    return new Formula.Lookup.Entry(cell(at.member("from"), from), cell(at.member("to"), to));
  }

  private static Cell cell(JsonCursor at, ColumnType type) {
    if (at.isNull()) {
      return new Cell.Missing();
    }
    return type.kind().isContinuous()
        ? new Cell.Numeric(ValueText.read(at, type))
        : new Cell.Text(at.text());
  }
}
