package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The columns of a table that follow a further parent: whose values are much more alike among the
 * rows that have this parent than among siblings.
 *
 * <p>What siblings have in common and what the rows of a further parent have in common hang
 * together in the source, and in made up tables only as far as cells tell: drivers of the longest
 * race have it, and made up ones some race of its cell. A column that followed such a parent would
 * lose what siblings have in common.
 */
final class Followers {
  /** Children less alike than this say too little of a further parent: its cell tells as much. */
  private static final double LEAST_SIMILARITY = 0.1;

  /** So many times as alike as siblings are. */
  private static final double MUCH_MORE = 2;

  private Followers() {}

  /** How alike the columns are that follow a reference's parent, by their names. */
  static Map<String, Double> of(TableNode child, DeclaredReference reference) {
    Optional<DeclaredReference> leading =
        child.leading().filter(of -> child.familySize() > SummaryColumns.LEAST_FAMILY);
    Map<String, Double> siblings = leading.map(child::similarity).orElse(Map.of());
    Map<String, Double> followers = new TreeMap<>(child.similarity(reference));
    followers
        .entrySet()
        .removeIf(
            entry ->
                !(entry.getValue() > LEAST_SIMILARITY
                    && entry.getValue() > MUCH_MORE * siblings.getOrDefault(entry.getKey(), 0.0)));
    return followers;
  }
}
