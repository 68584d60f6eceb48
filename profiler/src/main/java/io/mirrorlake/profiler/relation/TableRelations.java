package io.mirrorlake.profiler.relation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table's place among others.
 *
 * @param role what becomes of the table
 * @param primaryKey the columns of its primary key in order, none where it has no key
 * @param references its foreign keys, with different names; at most one is a {@link
 *     ReferenceLaw.Family}
 * @param cells the shares by which its index space is cut into cells: cell c of a table of N rows
 *     has the rows from floor(N s) on, where s is the sum of the shares before c. No share means
 *     one cell. The cells of a table that refers to itself are its levels.
 * @param rows all rows of a reference table
 */
public record TableRelations(
    TableRole role,
    List<String> primaryKey,
    List<Reference> references,
    List<Double> cells,
    Optional<StaticRows> rows) {
  /** A table by itself. */
  public static final TableRelations NONE =
      new TableRelations(TableRole.SYNTHESIZED, List.of(), List.of(), List.of(), Optional.empty());

  /** Shares are told with rounding errors of as many doubles as there are cells. */
  private static final double TOLERANCE = 1e-6;

  public TableRelations {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
    cells = List.copyOf(cells);
    requireCells(cells);
    if (rows.isPresent() != (role == TableRole.REFERENCE)) {
      throw new IllegalArgumentException("rows are there for reference tables, and only for them");
    }
    Set<String> names = new HashSet<>();
    for (Reference reference : references) {
      if (!names.add(reference.name())) {
        throw new IllegalArgumentException(
            "two references have the name '" + reference.name() + "'");
      }
    }
    requireOrder(cells, references);
    boolean closure = Closure.of(references).isPresent();
    if (closure && (!cells.isEmpty() || role == TableRole.REFERENCE)) {
      throw new IllegalArgumentException(
          "a closure follows from its parent: it has no cells and no rows of its own");
    }
  }

  private static void requireCells(List<Double> cells) {
    double sum = 0;
    for (double share : cells) {
      if (!(share > 0)) {
        throw new IllegalArgumentException("a cell has the share " + share);
      }
      sum += share;
    }
    if (!cells.isEmpty() && !(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("the cells have shares of sum " + sum);
    }
  }

  /** Rows can lie in one order only: of their families, of levels, or of cells. */
  private static void requireOrder(List<Double> cells, List<Reference> references) {
    long families = references.stream().filter(Reference::leads).count();
    List<ReferenceLaw.Level> levels =
        references.stream()
            .map(Reference::law)
            .filter(ReferenceLaw.Level.class::isInstance)
            .map(ReferenceLaw.Level.class::cast)
            .toList();
    boolean ordered = families > 0 && (cells.size() > 1 || !levels.isEmpty());
    if (families > 1 || levels.size() > 1 || ordered) {
      throw new IllegalArgumentException(
          "a table's rows lie by families of one leading parent, by the levels of one reference to"
              + " itself, or by cells");
    }
    for (ReferenceLaw.Level level : levels) {
      if (level.byLevel().size() != Math.max(1, cells.size()) - 1) {
        throw new IllegalArgumentException(
            level.byLevel().size() + " laws of levels for " + cells.size() + " cells");
      }
    }
  }

  /** The reference to the leading parent, if there is one. */
  public Optional<Reference> leading() {
    return references.stream().filter(Reference::leads).findFirst();
  }

  /** The reference to the table itself by whose levels its rows lie, if there is one. */
  public Optional<Reference> level() {
    return references.stream().filter(of -> of.law() instanceof ReferenceLaw.Level).findFirst();
  }

  /** Whether the reference to the leading parent is part of the primary key. */
  public boolean leadsInKey() {
    return leading().filter(of -> primaryKey.containsAll(of.columns())).isPresent();
  }

  /** The closure that the table's rows are, if they are one. */
  public Optional<Closure> closure() {
    return Closure.of(references);
  }

  /** The reference of this name, if there is one. */
  public Optional<Reference> reference(String name) {
    return references.stream().filter(reference -> reference.name().equals(name)).findFirst();
  }

  /** How many cells the table has. */
  public int cellCount() {
    return Math.max(1, cells.size());
  }
}
