package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.relation.DeclaredReference;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the tables that are closures: a row for each row of a table that refers to itself and each
 * one above it. Such a table has two references to that table, at most one whole number beside
 * them, and nothing refers to it. Whether it is one is checked on every row; one that leaves a pair
 * out is learned as any other table.
 */
final class ClosureTables {
  private final Map<String, TableNode> tables;

  ClosureTables(Map<String, TableNode> tables) {
    this.tables = tables;
  }

  /** Decides the references of all closures anew. */
  void decide() {
    Set<String> referred = new HashSet<>();
    for (TableNode table : tables.values()) {
      table.table().references().forEach(reference -> referred.add(reference.parent()));
    }
    for (TableNode table : tables.values()) {
      if (!referred.contains(table.name()) && !table.table().isKept()) {
        hierarchy(table).ifPresent(self -> decide(table, self));
      }
    }
  }

  /** The reference that a table may be the closure of, by its columns. */
  private Optional<DeclaredReference> hierarchy(TableNode table) {
    List<DeclaredReference> references = table.table().references();
    boolean pair =
        references.size() == 2
            && references.stream().noneMatch(DeclaredReference::leading)
            && references.get(0).parent().equals(references.get(1).parent())
            && references.get(0).parentColumns().equals(references.get(1).parentColumns());
    if (!pair || !isDistance(table, others(table))) {
      return Optional.empty();
    }
    return parent(table).references(TableNode.Kind.LEVEL).stream()
        .filter(self -> self.parentColumns().equals(references.get(0).parentColumns()))
        .findFirst();
  }

  private TableNode parent(TableNode table) {
    return Objects.requireNonNull(tables.get(table.table().references().get(0).parent()));
  }

  /** The columns that are in no reference and not left out. */
  private static List<String> others(TableNode table) {
    List<String> others = new ArrayList<>(List.of(table.table().rows().columns()));
    others.removeAll(table.table().options().excludedColumns());
    table.table().references().forEach(reference -> others.removeAll(reference.columns()));
    return others;
  }

  /** Whether there is nothing, or one whole number. */
  private static boolean isDistance(TableNode table, List<String> others) {
    return others.isEmpty()
        || (others.size() == 1
            && SourceTypes.of(table.name(), table.rows().schema().apply(others.get(0)))
                instanceof ColumnType type
            && type.kind().isInteger());
  }

  private void decide(TableNode table, DeclaredReference self) {
    List<DeclaredReference> references = table.table().references();
    Optional<String> number = others(table).stream().findFirst();
    TableNode parent = parent(table);
    String of = self.name(parent.name());
    Optional<FoundClosure> found =
        HierarchyPairs.of(parent, self, table.count())
            .flatMap(
                pairs ->
                    pairs
                        .match(table, references.get(0), references.get(1), number)
                        .or(
                            () ->
                                pairs.match(table, references.get(1), references.get(0), number)));
    if (found.isPresent()) {
      table.decideClosure(found.get());
      table
          .notes()
          .add(
              "the table is the closure of "
                  + of
                  + ": its rows are made as all pairs of a row and one above it"
                  + (found.get().reflexive() ? ", or itself" : ""));
    } else {
      table
          .notes()
          .add(
              "the table is not exactly the closure of "
                  + of
                  + " (all pairs of a row and one above it): its references are learned each by"
                  + " itself");
    }
  }
}
