package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.relation.discovery.DeclaredKeys.ForeignKey;
import io.mirrorlake.profiler.relation.discovery.ProposedTable.ProposedReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proposes the keys of tables. What a database declares is taken as it is; the rest is found in
 * this order, as each step needs the one before: primary keys of one column, foreign keys of one
 * column, primary keys of several, foreign keys of several.
 */
public final class KeyDiscovery {
  private final List<TableFacts> tables;
  private final Options options;
  private final ExactCounts counts;
  private final Map<String, List<String>> primaryKeys = new LinkedHashMap<>();
  private final Map<String, List<ProposedReference>> references = new LinkedHashMap<>();

  /**
   * What is looked for.
   *
   * @param minimumCoverage the least share of rows that have a parent
   * @param keyColumns the most columns of a primary key
   * @param referenceRows the most rows of a lookup
   * @param kept the tables that are declared to be lookups
   */
  public record Options(
      double minimumCoverage, int keyColumns, long referenceRows, Set<String> kept) {
    public Options {
      kept = Set.copyOf(kept);
    }
  }

  private KeyDiscovery(List<TableFacts> tables, Options options, ExactCounts counts) {
    this.tables = List.copyOf(tables);
    this.options = options;
    this.counts = counts;
  }

  /** The proposal for tables that belong together, in their order. */
  public static List<ProposedTable> propose(
      List<TableFacts> tables, Options options, ExactCounts counts) {
    return new KeyDiscovery(tables, options, counts).propose();
  }

  private List<ProposedTable> propose() {
    for (TableFacts table : tables) {
      List<String> declared = table.declared().primaryKey();
      if (!declared.isEmpty()) {
        primaryKeys.put(table.name(), declared);
      } else {
        PrimaryKeySearch.single(table)
            .ifPresent(column -> primaryKeys.put(table.name(), List.of(column.name())));
      }
    }
    ReferenceSearch single = new ReferenceSearch(tables, primaryKeys, options.minimumCoverage());
    tables.forEach(table -> references.put(table.name(), references(table, single)));
    addNamesakes(single);
    tables.forEach(this::findComposite);
    ReferenceSearch composite = new ReferenceSearch(tables, primaryKeys, options.minimumCoverage());
    tables.forEach(table -> addComposite(table, composite));
    Set<String> lookups =
        new TableRoles(tables, primaryKeys, references, options.referenceRows(), options.kept())
            .lookups();
    return tables.stream().map(table -> proposal(table, lookups)).toList();
  }

  /** The declared ones, and those found of columns that have none. */
  private List<ProposedReference> references(TableFacts table, ReferenceSearch search) {
    List<ProposedReference> all = new ArrayList<>();
    Set<List<String>> declared = new LinkedHashSet<>();
    for (ForeignKey key : table.declared().references()) {
      if (isKnown(key)) {
        all.add(
            new ProposedReference(
                key, counts.coverage(table.name(), key), parentsUsed(table, key), true));
        declared.add(key.columns());
      }
    }
    search.of(table).stream()
        .filter(found -> !declared.contains(found.key().columns()))
        .map(found -> measured(table, found))
        .filter(found -> found.coverage() >= options.minimumCoverage())
        .forEach(all::add);
    return all;
  }

  /**
   * Columns of the same name mean the same in all tables. Where several tables seem to refer to
   * themselves by one name, the one that uses most of its rows as superiors does.
   */
  private void addNamesakes(ReferenceSearch search) {
    Map<List<String>, ProposedReference> hierarchies = new HashMap<>();
    references.forEach(
        (table, own) ->
            own.stream()
                .filter(each -> isWithin(table, each))
                .forEach(
                    each ->
                        hierarchies.merge(
                            each.key().columns(), each, KeyDiscovery::moreParentsUsed)));
    List<ProposedReference> known =
        references.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .filter(each -> isKept(entry.getKey(), each, hierarchies)))
            .toList();
    for (TableFacts table : tables) {
      List<ProposedReference> all =
          new ArrayList<>(
              references.getOrDefault(table.name(), List.of()).stream()
                  .filter(each -> isKept(table.name(), each, hierarchies))
                  .toList());
      List<String> primary = primaryKeys.getOrDefault(table.name(), List.of());
      search.namesakes(table, all, known).stream()
          .filter(found -> !primary.equals(found.key().columns()))
          .map(found -> measured(table, found))
          .filter(found -> found.coverage() >= options.minimumCoverage())
          .forEach(all::add);
      references.put(table.name(), all);
    }
  }

  private static boolean isWithin(String table, ProposedReference reference) {
    return reference.key().parent().equals(table);
  }

  private static ProposedReference moreParentsUsed(ProposedReference a, ProposedReference b) {
    return a.parentsUsed() >= b.parentsUsed() ? a : b;
  }

  private static boolean isKept(
      String table, ProposedReference reference, Map<List<String>, ProposedReference> hierarchies) {
    return !isWithin(table, reference)
        || reference.declared()
        || reference.equals(hierarchies.get(reference.key().columns()));
  }

  /** What the samples could only estimate is counted. */
  private ProposedReference measured(TableFacts table, ProposedReference found) {
    boolean exact =
        facts(table.name(), found.key().columns().get(0)).values().isExact()
            && facts(found.key().parent(), found.key().parentColumns().get(0)).values().isExact();
    return exact
        ? found
        : new ProposedReference(
            found.key(), counts.coverage(table.name(), found.key()), found.parentsUsed(), false);
  }

  private boolean isKnown(ForeignKey key) {
    return tables.stream().anyMatch(table -> table.name().equals(key.parent()));
  }

  private double parentsUsed(TableFacts table, ForeignKey key) {
    return facts(table.name(), key.columns().get(0))
        .values()
        .shareOf(facts(key.parent(), key.parentColumns().get(0)).values());
  }

  private ColumnFacts facts(String table, String column) {
    return tables.stream()
        .filter(each -> each.name().equals(table))
        .flatMap(each -> each.column(column).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + table + "." + column));
  }

  private void findComposite(TableFacts table) {
    Set<String> columns =
        references.getOrDefault(table.name(), List.of()).stream()
            .flatMap(reference -> reference.key().columns().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> present = primaryKeys.getOrDefault(table.name(), List.of());
    if (!table.declared().primaryKey().isEmpty()
        || (!present.isEmpty() && !columns.containsAll(present))) {
      return;
    }
    Optional<List<String>> bridge = CompositeKeySearch.ofBridge(table, columns, counts);
    if (bridge.isPresent()) {
      primaryKeys.put(table.name(), bridge.get());
    } else if (present.isEmpty()) {
      CompositeKeySearch.of(table, columns, options.keyColumns(), counts)
          .ifPresent(key -> primaryKeys.put(table.name(), key));
    }
  }

  private void addComposite(TableFacts table, ReferenceSearch search) {
    List<ProposedReference> all = new ArrayList<>(references.getOrDefault(table.name(), List.of()));
    for (ForeignKey key : search.composite(table)) {
      boolean known = all.stream().anyMatch(each -> each.key().columns().equals(key.columns()));
      double coverage = known ? 0 : counts.coverage(table.name(), key);
      if (coverage >= options.minimumCoverage()) {
        all.add(new ProposedReference(key, coverage, Double.NaN, false));
      }
    }
    references.put(table.name(), all);
  }

  private ProposedTable proposal(TableFacts table, Set<String> lookups) {
    List<ProposedReference> own = references.getOrDefault(table.name(), List.of());
    boolean lookup = lookups.contains(table.name());
    boolean child =
        !lookup && own.stream().anyMatch(each -> !each.key().parent().equals(table.name()));
    return new ProposedTable(
        table.name(),
        table.rows(),
        primaryKeys.getOrDefault(table.name(), List.of()),
        own,
        lookup,
        child ? TableRoles.order(table) : Optional.empty(),
        notes(table));
  }

  private List<String> notes(TableFacts table) {
    List<String> notes = new ArrayList<>();
    if (table.rows() == 0) {
      notes.add("has no rows: nothing can be learned, and it is skipped");
    }
    if (table.isPersonal()) {
      List<String> columns =
          table.columns().stream().filter(ColumnFacts::personal).map(ColumnFacts::name).toList();
      notes.add(
          "tells of persons: "
              + (columns.isEmpty() ? "so its name says" : String.join(", ", columns)));
    }
    if (table.rows() > 0 && !primaryKeys.containsKey(table.name())) {
      notes.add("no primary key was found");
    }
    for (ColumnFacts column : table.columns()) {
      if (table.rows() > 0
          && column.nulls() == table.rows()
          && NameWords.of(column.name()).isKey()) {
        notes.add(
            String.format(
                Locale.ROOT, "%s is null in every row: no reference can be told", column.name()));
      }
    }
    return notes;
  }
}
