package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.relation.LeadingChoice;
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
 * name their rows, hold no time but that of their last change, or are a calendar, and are not what
 * a panel observes.
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

  /** So many rows of a lookup have a name of their own. */
  private static final double LABELS = 0.8;

  /** Larger families are those of hubs, and fewer are no panel. */
  private static final double PANEL_FAMILY = LeadingChoice.MAX_FAMILY;

  private static final int PANEL_PARENTS = 50;
  private static final double PANEL_PARENTS_USED = 0.5;

  private final Map<String, TableFacts> tables = new HashMap<>();
  private final Map<String, List<String>> primaryKeys;
  private final Map<String, List<ProposedReference>> references;
  private final long mostRows;

  /** Tables that are declared to be lookups, whatever they look like. */
  private final Set<String> kept;

  TableRoles(
      List<TableFacts> tables,
      Map<String, List<String>> primaryKeys,
      Map<String, List<ProposedReference>> references,
      long mostRows,
      Set<String> kept) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    this.primaryKeys = Map.copyOf(primaryKeys);
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
        && !isObserved(table)
        && (table.rows() < TOO_FEW_ROWS
            || isBridge(table)
            || (isLabelled(table) && table.rows() <= SHARE_OF_CHILDREN * children(table)))
        && table.columns().stream().allMatch(column -> isTimeless(table, column));
  }

  /**
   * Whether its rows have a name: a text or a date that hardly repeats, which may be the key. Rows
   * of numbers and attributes alone are things that something is told of (a school's size), and no
   * words that a key stands for.
   */
  private static boolean isLabelled(TableFacts table) {
    return table.columns().stream()
        .anyMatch(
            column ->
                (column.type() == KeyType.TEXT || column.type().isTime())
                    && column.values().distinct() >= LABELS * table.rows());
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

  /**
   * Whether another table follows its rows over time: {@code (store, date)}, {@code (country,
   * year)}. What such a table tells belongs to the row that it is told of, which is therefore made
   * up with it.
   */
  private boolean isObserved(TableFacts table) {
    return table.rows() >= PANEL_PARENTS
        && tables.values().stream().anyMatch(child -> isPanel(child, table));
  }

  private boolean isPanel(TableFacts child, TableFacts parent) {
    List<String> key = primaryKeys.getOrDefault(child.name(), List.of());
    List<ProposedReference> own =
        references.getOrDefault(child.name(), List.of()).stream()
            .filter(each -> key.stream().anyMatch(each.key().columns()::contains))
            .toList();
    return own.size() == 1
        && own.get(0).key().parent().equals(parent.name())
        && !parent.name().equals(child.name())
        && key.size() > own.get(0).key().columns().size()
        && key.containsAll(own.get(0).key().columns())
        && key.stream().anyMatch(column -> isOfTime(child, column))
        && own.get(0).parentsUsed() >= PANEL_PARENTS_USED
        && child.rows() <= PANEL_FAMILY * own.get(0).parentsUsed() * parent.rows();
  }

  private static boolean isOfTime(TableFacts table, String column) {
    return NameWords.of(column).isOrdinal()
        || table.column(column).filter(of -> of.type().isTime()).isPresent();
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
