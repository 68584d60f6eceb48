package io.mirrorlake.profiler.relation.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds primary keys of one column: unique, without nulls, and named or placed like a key. That
 * values are all different is no sign by itself: amounts and remarks of small tables are so too.
 */
final class PrimaryKeySearch {
  private PrimaryKeySearch() {}

  /** The column that most likely is the table's primary key. */
  static Optional<ColumnFacts> single(TableFacts table) {
    return table.columns().stream()
        .filter(column -> column.isKeyLike() && column.isUnique())
        .filter(column -> score(table, column) > 0)
        .max(
            Comparator.<ColumnFacts>comparingInt(column -> score(table, column))
                .thenComparingInt(column -> -table.position(column.name())));
  }

  /** Other columns that could be referred to: unique, and named like a key. */
  static List<ColumnFacts> alternatives(TableFacts table, List<String> primaryKey) {
    return table.columns().stream()
        .filter(column -> column.isKeyLike() && column.isUnique())
        .filter(column -> !primaryKey.equals(List.of(column.name())))
        .filter(column -> NameWords.of(column.name()).isKey())
        .toList();
  }

  private static int score(TableFacts table, ColumnFacts column) {
    NameWords name = NameWords.of(column.name());
    NameWords stem = name.stem();
    NameWords owner = NameWords.of(table.name());
    boolean own = name.isKey() && (stem.isEmpty() || stem.equals(owner) || owner.endsWith(stem));
    boolean first = table.position(column.name()) == 0;
    int score = 0;
    score += own ? 8 : 0;
    score += name.isKey() ? 4 : 0;
    score += first ? 3 : 0;
    score += name.equals(owner) ? 2 : 0;
    score += column.type() == KeyType.WHOLE && score > 0 ? 1 : 0;
    return score;
  }
}
