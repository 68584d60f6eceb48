package io.mirrorlake.profiler.profile;

import io.mirrorlake.profiler.constraint.Formula.Lookup;
import io.mirrorlake.profiler.constraint.ListedConstraint;
import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.TreeCopula;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.profile.ColumnProfile.Derived;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.profiler.relation.TableRelations;
import io.mirrorlake.profiler.schema.FieldType.Leaf;
import io.mirrorlake.profiler.writing.Writing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was learned from one table.
 *
 * @param name the table's name
 * @param source where it was read
 * @param rows how many rows it had, rounded to a multiple of k
 * @param columns its columns of plain values in order, at least one, with different names; those of
 *     a nested column are its leaves, one after the other; hidden ones stand before what is
 *     computed from them
 * @param constraints what holds in every row
 * @param copula the dependence between its drawn columns
 * @param nested the structs, arrays and maps
 * @param relations its keys and the tables it refers to
 * @param notes what a reviewer should know: columns left out, suppressed or made coarser, and why
 * @param written the columns that the table has as texts, and how these write the values
 */
public record TableProfile(
    String name,
    SourceDescription source,
    long rows,
    List<ColumnProfile> columns,
    List<ListedConstraint> constraints,
    Copula copula,
    List<NestedColumn> nested,
    TableRelations relations,
    List<String> notes,
    Map<String, Writing> written) {
  public TableProfile {
    written = Map.copyOf(written);
    nested = List.copyOf(nested);
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    notes = List.copyOf(notes);
    if (name.isBlank() || columns.isEmpty()) {
      throw new IllegalArgumentException("table '" + name + "' needs a name and a column");
    }
    Set<String> names = columns.stream().map(ColumnProfile::name).collect(Collectors.toSet());
    if (names.size() != columns.size()) {
      throw new IllegalArgumentException("two columns of table '" + name + "' have the same name");
    }
    if (!(rows >= 0)) {
      throw new IllegalArgumentException("table '" + name + "' has " + rows + " rows");
    }
    for (NestedColumn column : nested) {
      requireLeaves(column, columns);
    }
    Computations.requireComputable(name, columns, constraints);
    if (copula instanceof GaussianCopula gaussian) {
      requireFit(name, latents(columns), gaussian.latents());
    }
    if (copula instanceof TreeCopula trees) {
      TreeCopulaFit.require(name, columns, trees);
    }
    RelationsFit.require(name, columns, relations, copula);
    requireWritten(name, columns, written);
  }

  /** A table of which no constraint is known, without structs, arrays and maps. */
  public TableProfile(
      String name,
      SourceDescription source,
      long rows,
      List<ColumnProfile> columns,
      Copula copula,
      List<String> notes) {
    this(
        name,
        source,
        rows,
        columns,
        List.of(),
        copula,
        List.of(),
        TableRelations.NONE,
        notes,
        Map.of());
  }

  /** This profile with other columns. */
  public TableProfile withColumns(List<ColumnProfile> others) {
    return new TableProfile(
        name, source, rows, others, constraints, copula, nested, relations, notes, written);
  }

  /**
   * This profile with columns that are texts which write their values.
   *
   * @param more notes after its own
   */
  public TableProfile withWritten(Map<String, Writing> writings, List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new TableProfile(
        name, source, rows, columns, constraints, copula, nested, relations, all, writings);
  }

  /** The columns that are drawn from their marginals, hidden ones too. */
  public List<Drawn> drawn() {
    return columns.stream().filter(Drawn.class::isInstance).map(Drawn.class::cast).toList();
  }

  /** The columns that the table shows, in order. */
  public List<ColumnProfile> visibleColumns() {
    return columns.stream().filter(column -> !column.hidden()).toList();
  }

  /** The names of the table's fields in order: columns that are no leaves, and nested columns. */
  public List<String> fields() {
    Map<String, String> owners = new HashMap<>();
    for (NestedColumn column : nested) {
      column.rowLeaves().forEach(leaf -> owners.put(leaf.path(), column.name()));
    }
    return visibleColumns().stream()
        .map(column -> owners.getOrDefault(column.name(), column.name()))
        .distinct()
        .toList();
  }

  /** The nested column of this name, if it is one. */
  public Optional<NestedColumn> nested(String field) {
    return nested.stream().filter(column -> column.name().equals(field)).findFirst();
  }

  /** The column of plain values of this name. */
  public ColumnProfile column(String column) {
    return find(column)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table '" + name + "' has no column '" + column + "'"));
  }

  /**
   * The drawn column whose segment decides a column's: itself where it is drawn; for a looked-up
   * column the one at the start of its lookups. Empty where the column is neither, and where a
   * value without a segment of its own, a made text, may decide for itself.
   */
  public Optional<Drawn> decider(String column) {
    ColumnProfile of = find(column).orElse(null);
    if (of instanceof Drawn drawn) {
      return Optional.of(drawn);
    }
    if (of instanceof Derived derived && derived.formula() instanceof Lookup lookup) {
      boolean told = lookup.fallback().isPresent() || !hasRemainder(lookup.from());
      return told ? decider(lookup.from()) : Optional.empty();
    }
    return Optional.empty();
  }

  private boolean hasRemainder(String column) {
    return column(column).distribution().filter(Marginal::makesTexts).isPresent();
  }

  private Optional<ColumnProfile> find(String column) {
    return columns.stream().filter(candidate -> candidate.name().equals(column)).findFirst();
  }

  private static void requireWritten(
      String table, List<ColumnProfile> columns, Map<String, Writing> written) {
    written.forEach(
        (column, writing) -> {
          boolean fits =
              columns.stream()
                  .anyMatch(
                      of ->
                          of.name().equals(column)
                              && !of.hidden()
                              && of.column().type().equals(writing.type()));
          if (!fits) {
            throw new IllegalArgumentException(
                "'"
                    + writing.text()
                    + "' writes values of type "
                    + writing.type()
                    + ", which column '"
                    + table
                    + "."
                    + column
                    + "' has not");
          }
        });
  }

  private static void requireLeaves(NestedColumn nested, List<ColumnProfile> columns) {
    List<Leaf> leaves = nested.rowLeaves();
    List<String> names = columns.stream().map(ColumnProfile::name).toList();
    int first = names.indexOf(leaves.get(0).path());
    for (int i = 0; i < leaves.size(); i++) {
      boolean there = first >= 0 && first + i < columns.size();
      if (!there || !NestedColumn.isLeaf(columns.get(first + i), leaves.get(i))) {
        throw new IllegalArgumentException(
            "nested column '"
                + nested.name()
                + "' needs the column '"
                + leaves.get(i).path()
                + "' of type "
                + leaves.get(i).type());
      }
    }
  }

  /** The latents that columns can have, in their order. */
  private static List<Latent> latents(List<ColumnProfile> columns) {
    List<Latent> latents = new ArrayList<>();
    for (ColumnProfile column : columns) {
      if (column instanceof Drawn drawn && drawn.marginal().nullProbability() < 1) {
        latents.add(new Latent(column.name(), Latent.Role.VALUE));
        if (drawn.column().nullable()) {
          latents.add(new Latent(column.name(), Latent.Role.MISSING));
        }
      }
    }
    return latents;
  }

  private static void requireFit(String table, List<Latent> possible, List<Latent> latents) {
    Iterator<Latent> next = possible.iterator();
    for (Latent latent : latents) {
      boolean found = false;
      while (!found && next.hasNext()) {
        found = next.next().equals(latent);
      }
      if (!found) {
        throw new IllegalArgumentException(
            "the copula of table '"
                + table
                + "' has a latent for the "
                + latent.role().name().toLowerCase(Locale.ROOT)
                + " role of column '"
                + latent.column()
                + "', which is out of order, or which that column cannot have");
      }
    }
  }
}
