package io.mirrorlake.profiler.tree;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What columns have to do with when they are known.
 *
 * @param given how many are known beforehand: they are not drawn, and ask nothing
 * @param first how many others are drawn first, as they stand
 * @param followers the columns that are drawn last, when further parents are chosen, each with the
 *     given columns that it does not ask
 * @param late the given columns that are known only then, which no other column asks
 * @param deciders for columns whose values another one decides, which: they come right after it,
 *     and ask it alone
 */
record KnownFirst(
    int given,
    int first,
    Map<Integer, Set<Integer>> followers,
    Set<Integer> late,
    Map<Integer, Integer> deciders) {
  static final KnownFirst NOTHING = new KnownFirst(0, 0, Map.of(), Set.of(), Map.of());

  KnownFirst {
    followers = Map.copyOf(followers);
    late = Set.copyOf(late);
    deciders = Map.copyOf(deciders);
  }

  /** How many columns have a fixed place. */
  int fixed() {
    return given + first;
  }

  /** The order, with those columns first that have a fixed place, and followers last. */
  List<Integer> inPlace(List<Integer> order) {
    return order.stream()
        .filter(column -> !deciders.containsKey(column))
        .sorted(
            Comparator.comparingInt(
                column -> followers.containsKey(column) ? fixed() + 1 : Math.min(column, fixed())))
        .flatMap(column -> Stream.concat(Stream.of(column), decided(column)))
        .toList();
  }

  private Stream<Integer> decided(int column) {
    return deciders.entrySet().stream()
        .filter(entry -> entry.getValue() == column)
        .map(Map.Entry::getKey)
        .sorted();
  }

  /** Whether another column's values decide this one's. */
  boolean isDecided(int column) {
    return deciders.containsKey(column);
  }

  /** Whether a column's values decide those of another one. */
  boolean isDecider(int column) {
    return deciders.containsValue(column);
  }

  /** Whether a column may ask one that is known before it. */
  boolean asks(int column, int before) {
    return isDecided(column)
        ? deciders.getOrDefault(column, -1) == before
        : !followers.getOrDefault(column, late).contains(before);
  }
}
