package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.profile.ColumnProfile.Borrowed;
import io.mirrorlake.profiler.profile.ColumnProfile.Evolved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the fit of a table takes from the tables around it.
 *
 * @param wide the table's rows with a column for everything given after its own, named as it is,
 *     and {@link #HAS_PARENT} and {@link #HAS_PREVIOUS}, null where there is none; empty for a
 *     table by itself
 * @param given what is given
 * @param hidden the columns that are there for other tables, or for others to be computed from
 * @param flags the hidden ones that say whether a row keeps the value of the sibling before: drawn
 *     first of all
 * @param structure the hidden ones that decide how many rows there are and whose: drawn next
 * @param whole the hidden ones whose nulls are not told: nobody looks at them there
 * @param followers for references to further parents the columns that follow these
 * @param cells how many cells the rows lie in
 * @param keys the columns that are unique, beside the primary key
 * @param borrowed the hidden ones that are columns of parents, by their names
 * @param evolved the column that rises from sibling to sibling, if there is one
 */
record Surroundings(
    Optional<Dataset<Row>> wide,
    List<GivenSource> given,
    Set<String> hidden,
    List<String> flags,
    List<String> structure,
    Set<String> whole,
    Map<String, Set<String>> followers,
    int cells,
    Set<String> keys,
    Map<String, Borrowed> borrowed,
    Optional<Evolved> evolved) {
  /** The wide query's column that is null where a row has no parent. */
  static final String HAS_PARENT = "?parent";

  /** The wide query's column that is null where a row is the first of its family. */
  static final String HAS_PREVIOUS = "?previous";

  /**
   * What the names begin with of those that are null where a row has no such further parent; of
   * kept ones they are the row's place.
   */
  static final String HAS_FURTHER = "?further.";

  static final Surroundings NONE =
      new Surroundings(
          Optional.empty(),
          List.of(),
          Set.of(),
          List.of(),
          List.of(),
          Set.of(),
          Map.of(),
          1,
          Set.of(),
          Map.of(),
          Optional.empty());

  Surroundings {
    given = List.copyOf(given);
    hidden = Set.copyOf(hidden);
    flags = List.copyOf(flags);
    structure = List.copyOf(structure);
    whole = Set.copyOf(whole);
    followers = Map.copyOf(followers);
    keys = Set.copyOf(keys);
    borrowed = Map.copyOf(borrowed);
  }

  /** The hidden columns that say in which cell the row of a further parent lies. */
  Set<String> cellColumns() {
    return structure.stream().filter(ParentCells::isCell).collect(Collectors.toSet());
  }

  /** The column that rises from sibling to sibling, none or one, and that of its first values. */
  Map<String, String> evolvedColumns() {
    return evolved.map(of -> Map.of(of.name(), of.first())).orElse(Map.of());
  }

  boolean isAlone() {
    return wide.isEmpty();
  }
}
