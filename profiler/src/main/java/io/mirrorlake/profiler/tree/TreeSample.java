package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.fit.CodedColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What trees are grown on, all of the same rows.
 *
 * @param given what is known of a row before its columns are drawn
 * @param columns the columns
 * @param first how many of the columns are drawn first, as they stand
 * @param links which columns have to do with others by a rule
 * @param units whose the rows are
 */
public record TreeSample(
    List<GivenCodes> given, List<CodedColumn> columns, int first, Links links, RowUnits units) {
  public TreeSample {
    given = List.copyOf(given);
    columns = List.copyOf(columns);
  }

  /**
   * Which columns have to do with others by a rule.
   *
   * @param flags for each column that only some rows draw, the column that says by its first code
   *     that they do
   * @param followers for references to further parents the columns that ask what is given of these
   * @param deciders for each column whose values another one decides, which
   */
  public record Links(
      Map<String, String> flags, Map<String, Set<String>> followers, Map<String, String> deciders) {
    public Links {
      flags = Map.copyOf(flags);
      followers = Map.copyOf(followers);
      deciders = Map.copyOf(deciders);
    }
  }

  /** A table by itself. */
  public static TreeSample of(List<CodedColumn> columns, RowUnits units) {
    return of(columns, Map.of(), units);
  }

  /** A table by itself, some columns of which are decided by others. */
  public static TreeSample of(
      List<CodedColumn> columns, Map<String, String> deciders, RowUnits units) {
    return new TreeSample(List.of(), columns, 0, new Links(Map.of(), Map.of(), deciders), units);
  }

  /** Whether it is a table by itself: nothing is given, and nothing has a place of its own. */
  boolean isByItself() {
    return given.isEmpty() && first == 0 && links.flags().isEmpty() && links.followers().isEmpty();
  }

  /**
   * Further parents are chosen by the columns that are drawn first. So no column knows what these
   * parents are like but those that follow them, which no other column knows, not even of the
   * sibling before.
   */
  KnownFirst known() {
    List<GivenColumn> all = given.stream().map(GivenCodes::column).toList();
    Set<String> following =
        links.followers().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<Integer, Set<Integer>> last = new HashMap<>();
    for (int column = first; column < columns.size(); column++) {
      String name = columns.get(column).name();
      if (following.contains(name)) {
        last.put(given.size() + column, where(all, of -> !follows(name, of)));
      }
    }
    return new KnownFirst(
        given.size(), first, last, where(all, of -> isLate(of, following)), deciders());
  }

  private Map<Integer, Integer> deciders() {
    List<String> names = columns.stream().map(CodedColumn::name).toList();
    Map<Integer, Integer> positions = new HashMap<>();
    links
        .deciders()
        .forEach(
            (column, decider) ->
                positions.put(
                    given.size() + names.indexOf(column), given.size() + names.indexOf(decider)));
    return positions;
  }

  private boolean follows(String column, GivenColumn of) {
    return of.origin() != Origin.FURTHER
        || links.followers().getOrDefault(of.reference(), Set.of()).contains(column);
  }

  private static boolean isLate(GivenColumn of, Set<String> following) {
    return of.origin() == Origin.FURTHER
        || (of.origin() == Origin.PREVIOUS && following.contains(of.column()));
  }

  private static Set<Integer> where(List<GivenColumn> all, Predicate<GivenColumn> is) {
    return IntStream.range(0, all.size())
        .filter(i -> is.test(all.get(i)))
        .boxed()
        .collect(Collectors.toSet());
  }
}
