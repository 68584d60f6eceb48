package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.relation.discovery.ProposedTable.ProposedReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells lookups from tables that record what happens: lookups are small beside the tables that
 * refer to them or join nothing but lookups, refer to other lookups only, tell nothing of persons,
 * and hold no time but that of their last change, or are a calendar.
 */
final class TableRoles {
  /** A lookup has at most this share of the rows that refer to it. */
  private static final double SHARE_OF_CHILDREN = 0.2;

  /** From fewer rows nothing can be learned that may be told: half as much again as k. */
  private static final int TOO_FEW_ROWS = 15;

  private static final Set<String> CHANGES =
      Set.of(
          "update",
          "updated",
          "modified",
          "modify",
          "created",
          "changed",
          "change",
          "load",
          "loaded");

  private final Map<String, TableFacts> tables = new HashMap<>();
  private final Map<String, List<ProposedReference>> references;
  private final long mostRows;

  /** Tables that are declared to be lookups, whatever they look like. */
  private final Set<String> kept;

  TableRoles(
      List<TableFacts> tables,
      Map<String, List<ProposedReference>> references,
      long mostRows,
      Set<String> kept) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    this.references = Map.copyOf(references);
    this.mostRows = mostRows;
    this.kept = Set.copyOf(kept);
  }

  /** The tables that look like lookups, and those that are declared to be some. */
  Set<String> lookups() {
    Set<String> lookups = new HashSet<>(kept);
    tables.values().stream().filter(this::couldBe).map(TableFacts::name).forEach(lookups::add);
    List<String> refuted = new ArrayList<>();
    do {
      lookups.removeAll(refuted);
      refuted =
          lookups.stream()
              .filter(name -> !kept.contains(name) && !refersTo(name, lookups))
              .toList();
    } while (!refuted.isEmpty());
    return lookups;
  }

  private boolean refersTo(String name, Set<String> lookups) {
    return references.getOrDefault(name, List.of()).stream()
        .allMatch(reference -> lookups.contains(reference.key().parent()));
  }

  private boolean couldBe(TableFacts table) {
    return table.rows() > 0
        && table.rows() <= mostRows
        && !table.isPersonal()
        && (table.rows() < TOO_FEW_ROWS
            || isBridge(table)
            || table.rows() <= SHARE_OF_CHILDREN * children(table))
        && table.columns().stream().allMatch(column -> isTimeless(table, column));
  }

  /**
   * Whether it does nothing but join others: between lookups it is as fixed as they are, and made
   * up it would join what does not belong together.
   */
  private boolean isBridge(TableFacts table) {
    List<ProposedReference> own = references.getOrDefault(table.name(), List.of());
    return own.size() > 1
        && table.columns().stream()
            .allMatch(
                column ->
                    isOfChange(column)
                        || own.stream()
                            .anyMatch(each -> each.key().columns().contains(column.name())));
  }

  private static boolean isOfChange(ColumnFacts column) {
    return column.type().isTime()
        && NameWords.of(column.name()).words().stream().anyMatch(CHANGES::contains);
  }

  /** The rows of the largest table that refers to it. */
  private long children(TableFacts table) {
    return tables.values().stream()
        .filter(child -> !child.name().equals(table.name()))
        .filter(
            child ->
                references.getOrDefault(child.name(), List.of()).stream()
                    .anyMatch(reference -> reference.key().parent().equals(table.name())))
        .mapToLong(TableFacts::rows)
        .max()
        .orElse(0);
  }

  private static boolean isTimeless(TableFacts table, ColumnFacts column) {
    return !column.type().isTime()
        || column.values().distinct() <= 1
        || (column.isUnique() && table.rows() > 1)
        || NameWords.of(column.name()).words().stream().anyMatch(CHANGES::contains);
  }

  /** The column that tells in which order rows came: the fullest date or moment. */
  static Optional<String> order(TableFacts table) {
    ColumnFacts best = null;
    for (ColumnFacts column : table.columns()) {
      boolean change = NameWords.of(column.name()).words().stream().anyMatch(CHANGES::contains);
      boolean full = column.nulls() * 20 <= table.rows() && column.values().distinct() > 1;
      if (column.type().isTime()
          && full
          && !change
          && (best == null || column.nulls() < best.nulls())) {
        best = column;
      }
    }
    return Optional.ofNullable(best).map(ColumnFacts::name);
  }
}
