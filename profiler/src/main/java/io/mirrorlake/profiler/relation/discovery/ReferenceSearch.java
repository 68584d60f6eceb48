package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.relation.discovery.DeclaredKeys.ForeignKey;
import io.mirrorlake.profiler.relation.discovery.ProposedTable.ProposedReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds foreign keys: columns whose values are those of a key, and whose names say so. */
final class ReferenceSearch {
  /** Names that are akin only, and texts without a name in common, must nearly all be found. */
  private static final double WEAK_COVERAGE = 0.95;

  /** A column that refers by accident uses few of the parents. */
  private static final double WEAK_PARENTS_USED = 0.5;

  /** Two flags are contained in many a column. */
  private static final int WEAK_VALUES = 3;

  private final List<TableFacts> tables;
  private final Map<String, List<String>> primaryKeys;
  private final double minimumCoverage;

  /**
   * A search.
   *
   * @param primaryKeys the primary key of each table that has one
   * @param minimumCoverage the least share of rows that have a parent
   */
  ReferenceSearch(
      List<TableFacts> tables, Map<String, List<String>> primaryKeys, double minimumCoverage) {
    this.tables = List.copyOf(tables);
    this.primaryKeys = Map.copyOf(primaryKeys);
    this.minimumCoverage = minimumCoverage;
  }

  private record Candidate(
      ColumnFacts column,
      TableFacts parent,
      ColumnFacts key,
      ReferenceNames names,
      double coverage,
      double parentsUsed) {
    boolean isOwner() {
      return NameWords.of(key.name()).stem().equals(NameWords.of(parent.name()));
    }

    boolean isBareNumber() {
      return names == ReferenceNames.BARE && column.type() != KeyType.TEXT;
    }

    ProposedReference proposal() {
      return new ProposedReference(
          new ForeignKey(List.of(column.name()), parent.name(), List.of(key.name())),
          coverage,
          parentsUsed,
          false);
    }
  }

  /** The foreign keys of one column that a table has, each column with its most likely parent. */
  List<ProposedReference> of(TableFacts table) {
    List<ProposedReference> found = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      if (column.isKeyLike() && column.values().distinct() > 0) {
        best(table, column).map(Candidate::proposal).ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Further references of columns that have the name of a column that refers elsewhere: {@code
   * supervisor_id} means the same in every table.
   *
   * @param known the references of all tables
   */
  List<ProposedReference> namesakes(
      TableFacts table, List<ProposedReference> own, List<ProposedReference> known) {
    List<ProposedReference> found = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      List<String> name = List.of(column.name());
      boolean taken = own.stream().anyMatch(each -> each.key().columns().equals(name));
      if (!taken && column.isKeyLike() && column.values().distinct() > 0) {
        known.stream()
            .filter(each -> each.key().columns().equals(name) && !isBare(name.get(0)))
            .flatMap(each -> namesake(column, each.key()).stream())
            .max(Comparator.comparingDouble(ProposedReference::coverage))
            .filter(each -> each.coverage() >= minimumCoverage)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether a name says no more than that it is a key, as {@code id} does in every table. */
  private static boolean isBare(String column) {
    return NameWords.of(column).stem().isEmpty();
  }

  private Optional<ProposedReference> namesake(ColumnFacts column, ForeignKey key) {
    return tables.stream()
        .filter(parent -> parent.name().equals(key.parent()))
        .flatMap(
            parent ->
                parent.column(key.parentColumns().get(0)).stream()
                    .filter(of -> !isSharedNumber(column, parent, of)))
        .filter(parent -> parent.type() == column.type())
        .map(
            parent ->
                new ProposedReference(
                    key,
                    column.values().coverage(parent.values()),
                    column.values().shareOf(parent.values()),
                    false))
        .findFirst();
  }

  private Optional<Candidate> best(TableFacts table, ColumnFacts column) {
    List<Candidate> candidates = new ArrayList<>();
    for (TableFacts parent : tables) {
      List<String> primary = primaryKeys.getOrDefault(parent.name(), List.of());
      if (primary.size() == 1) {
        parent
            .column(primary.get(0))
            .ifPresent(key -> consider(table, column, parent, key, candidates));
      }
    }
    if (candidates.isEmpty() && !column.isUnique()) {
      for (TableFacts parent : tables) {
        List<String> primary = primaryKeys.getOrDefault(parent.name(), List.of());
        PrimaryKeySearch.alternatives(parent, primary)
            .forEach(key -> consider(table, column, parent, key, candidates));
      }
      candidates.removeIf(candidate -> candidate.names().compareTo(ReferenceNames.QUALIFIED) < 0);
    }
    List<Candidate> bare = candidates.stream().filter(Candidate::isBareNumber).toList();
    if (bare.size() > 1) {
      // Which of the tables it numbers nobody can tell.
      candidates.removeAll(bare);
    }
    return candidates.stream()
        .max(
            Comparator.comparing(Candidate::names)
                .thenComparing(candidate -> candidate.isOwner())
                .thenComparingDouble(Candidate::coverage)
                .thenComparingDouble(Candidate::parentsUsed));
  }

  private void consider(
      TableFacts table,
      ColumnFacts column,
      TableFacts parent,
      ColumnFacts key,
      List<Candidate> candidates) {
    boolean same = table.name().equals(parent.name());
    if (column.type() != key.type() || (same && column.name().equals(key.name()))) {
      return;
    }
    Candidate candidate =
        new Candidate(
            column,
            parent,
            key,
            ReferenceNames.of(column.name(), parent.name(), key.name(), same),
            column.values().coverage(key.values()),
            column.values().shareOf(key.values()));
    if (isPlausible(table, candidate)) {
      candidates.add(candidate);
    }
  }

  private boolean isPlausible(TableFacts table, Candidate candidate) {
    boolean own =
        primaryKeys
            .getOrDefault(table.name(), List.of())
            .equals(List.of(candidate.column().name()));
    if ((own && !isSpecialisation(table, candidate))
        || isSharedNumber(candidate.column(), candidate.parent(), candidate.key())) {
      return false;
    }
    return switch (candidate.names()) {
      case SAME, QUALIFIED, NAMED -> candidate.coverage() >= minimumCoverage;
      case AKIN -> isWeaklyPlausible(candidate) && !own;
      // A table's own 'id' is unique, whether it is the key or not.
      case BARE ->
          (isWeaklyPlausible(candidate) && !candidate.column().isUnique())
              || (isTextOf(table, candidate) && !own);
      case NONE -> isTextOf(table, candidate) && !own;
    };
  }

  private static boolean isTextOf(TableFacts table, Candidate candidate) {
    return candidate.column().type() == KeyType.TEXT
        && candidate.coverage() >= WEAK_COVERAGE
        && candidate.column().values().distinct() >= WEAK_VALUES
        && !table.name().equals(candidate.parent().name());
  }

  private static boolean isWeaklyPlausible(Candidate candidate) {
    return candidate.coverage() == 1 && candidate.parentsUsed() >= WEAK_PARENTS_USED;
  }

  /**
   * Whether a primary key may refer to another one: not where it is a counter of its own, as {@code
   * 1..n} is contained in every longer counter, and not from the table that the key is named after.
   */
  private static boolean isSpecialisation(TableFacts table, Candidate candidate) {
    boolean counter =
        candidate.column().isDense()
            && candidate.column().values().distinct() < candidate.key().values().distinct();
    boolean owner =
        NameWords.of(candidate.column().name()).stem().equals(NameWords.of(table.name()));
    return !counter && !owner && candidate.names().compareTo(ReferenceNames.QUALIFIED) >= 0;
  }

  /**
   * Whether both tables number their rows in a column of this name, beside the key: {@code
   * store_number} of two tables of stores means the same thing, not the other table's {@code
   * store_id}.
   */
  private static boolean isSharedNumber(ColumnFacts column, TableFacts parent, ColumnFacts key) {
    return column.isUnique()
        && parent
            .column(column.name())
            .filter(same -> !same.equals(key) && same.isUnique())
            .isPresent();
  }

  /** The foreign keys of several columns of the same names as another table's primary key. */
  List<ForeignKey> composite(TableFacts table) {
    List<ForeignKey> found = new ArrayList<>();
    for (TableFacts parent : tables) {
      List<String> key = primaryKeys.getOrDefault(parent.name(), List.of());
      boolean possible =
          key.size() > 1
              && parent.rows() <= table.rows()
              && !parent.name().equals(table.name())
              && key.stream().allMatch(column -> isAlike(table, parent, column));
      if (possible) {
        found.add(new ForeignKey(key, parent.name(), key));
      }
    }
    return found;
  }

  private static boolean isAlike(TableFacts table, TableFacts parent, String column) {
    Optional<KeyType> type = table.column(column).map(ColumnFacts::type);
    return type.isPresent() && type.equals(parent.column(column).map(ColumnFacts::type));
  }
}
