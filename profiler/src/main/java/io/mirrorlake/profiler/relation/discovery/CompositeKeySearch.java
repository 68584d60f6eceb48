package io.mirrorlake.profiler.relation.discovery;

import io.mirrorlake.profiler.sketch.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds primary keys of several columns: of references, and of what tells the rows of a parent
 * apart (numbers of lines, dates).
 *
 * <p>With n rows and columns of d1, d2, ... different values, values drawn independently would
 * repeat in n (n - 1) / (2 d1 d2 ...) pairs of rows. Where that is few, it is no wonder that none
 * repeats, and nothing is proposed.
 */
final class CompositeKeySearch {
  /** So many repeated pairs are missed by chance once in 10^4 times: exp(-9.2). */
  private static final double LEAST_REPEATS = 9.2;

  /** The columns that combinations are made of; with five of them there are 1,585. */
  private static final int MOST_COLUMNS = 12;

  private static final int REFERENCE_WEIGHT = 1;
  private static final int ORDINAL_WEIGHT = 2;
  private static final int OTHER_WEIGHT = 8;

  private final TableFacts table;
  private final Set<String> references;
  private final ExactCounts counts;

  private CompositeKeySearch(TableFacts table, Set<String> references, ExactCounts counts) {
    this.table = table;
    this.references = references;
    this.counts = counts;
  }

  /**
   * The key of a table, of two columns or more.
   *
   * @param references the columns that refer to other tables
   */
  static Optional<List<String>> of(
      TableFacts table, Set<String> references, int mostColumns, ExactCounts counts) {
    return new CompositeKeySearch(table, references, counts).search(mostColumns);
  }

  /**
   * The key of a table that does nothing but join others: all that refer to them. Empty where it
   * has other columns, but for moments of change.
   */
  static Optional<List<String>> ofBridge(
      TableFacts table, Set<String> references, ExactCounts counts) {
    List<String> columns = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      if (references.contains(column.name())) {
        columns.add(column.name());
      } else if (column.type() != KeyType.TIME) {
        return Optional.empty();
      }
    }
    return columns.size() > 1 && counts.isUnique(table.name(), columns)
        ? Optional.of(columns)
        : Optional.empty();
  }

  private Optional<List<String>> search(int mostColumns) {
    List<ColumnFacts> columns =
        table.columns().stream()
            .filter(this::couldBePart)
            .sorted(
                Comparator.comparingInt(this::weight)
                    .thenComparingInt(column -> table.position(column.name())))
            .limit(MOST_COLUMNS)
            .sorted(Comparator.comparingInt(column -> table.position(column.name())))
            .toList();
    List<List<ColumnFacts>> combinations = new ArrayList<>();
    combine(columns, 0, new ArrayList<>(), mostColumns, combinations);
    combinations.sort(Comparator.comparingInt(this::totalWeight));
    return combinations.stream()
        .filter(this::isEvident)
        .filter(this::isUniqueInSample)
        .map(combination -> combination.stream().map(ColumnFacts::name).toList())
        .filter(names -> counts.isUnique(table.name(), names))
        .findFirst();
  }

  private boolean couldBePart(ColumnFacts column) {
    boolean type = column.isKeyLike() || column.type().isTime();
    return type && column.nulls() == 0 && column.values().distinct() > 1;
  }

  private void combine(
      List<ColumnFacts> columns,
      int from,
      List<ColumnFacts> chosen,
      int most,
      List<List<ColumnFacts>> combinations) {
    if (chosen.size() > 1) {
      combinations.add(List.copyOf(chosen));
    }
    for (int i = from; i < columns.size() && chosen.size() < most; i++) {
      chosen.add(columns.get(i));
      combine(columns, i + 1, chosen, most, combinations);
      chosen.remove(chosen.size() - 1);
    }
  }

  private int totalWeight(List<ColumnFacts> combination) {
    return combination.stream().mapToInt(this::weight).sum();
  }

  private int weight(ColumnFacts column) {
    if (references.contains(column.name())) {
      return REFERENCE_WEIGHT;
    }
    NameWords name = NameWords.of(column.name());
    return name.isOrdinal() || name.isKey() ? ORDINAL_WEIGHT : OTHER_WEIGHT;
  }

  /** Whether that it is unique says something, and its columns are such as keys have. */
  private boolean isEvident(List<ColumnFacts> combination) {
    double pairs = table.rows() * (table.rows() - 1.0) / 2;
    double values = 1;
    int others = 0;
    for (ColumnFacts column : combination) {
      values *= column.values().distinct();
      others += weight(column) == OTHER_WEIGHT ? 1 : 0;
    }
    return values >= table.rows()
        && others == 0
        && pairs / values >= LEAST_REPEATS
        && startsWithSubject(combination);
  }

  /**
   * Whether it is of a subject and what tells its rows apart, in this order. Moments in several
   * columns that stand before all else (year, month, day, flight) are when something happened.
   */
  private boolean startsWithSubject(List<ColumnFacts> combination) {
    ColumnFacts first = combination.get(0);
    long ordinals = combination.stream().filter(column -> weight(column) == ORDINAL_WEIGHT).count();
    return weight(first) == REFERENCE_WEIGHT || NameWords.of(first.name()).isKey() || ordinals <= 1;
  }

  private boolean isUniqueInSample(List<ColumnFacts> combination) {
    List<long[]> sample = table.sample();
    int[] places = combination.stream().mapToInt(column -> table.position(column.name())).toArray();
    Set<Long> seen = new HashSet<>();
    for (int row = 0; row < sample.get(places[0]).length; row++) {
      long hash = 0;
      for (int place : places) {
        hash = Hashing.chain(hash, sample.get(place)[row]);
      }
      if (!seen.add(hash)) {
        return false;
      }
    }
    return true;
  }
}
