package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The columns of a table that follow a further parent: whose values are much more alike among the
 * rows that have this parent than among siblings, or alike, where what siblings have in common is
 * not this parent's doing.
 *
 * <p>What siblings have in common and what the rows of a further parent have in common hang
 * together in the source, and in made up tables only as far as cells tell: drivers of the longest
 * race have it, and made up ones some race of its cell. A column that followed such a parent would
 * lose what siblings have in common. But what somebody's ratings have in common is his own: ratings
 * less the mean of the film that is rated are as alike as ratings are, and follow both.
 */
final class Followers {
  /** Children less alike than this say too little of a further parent: its cell tells as much. */
  private static final double LEAST_SIMILARITY = 0.1;

  /** What siblings have mostly in common is theirs. */
  private static final double MOST_SIBLINGS = 0.5;

  /** So many times the variance between parents over that within them of siblings. */
  private static final double MUCH_MORE = 7;

  private Followers() {}

  /**
   * How alike the columns are that follow a reference's parent, by their names. Where there are no
   * siblings, nothing is lost, and those are named that have something in common.
   */
  static Map<String, Double> of(TableNode child, DeclaredReference reference) {
    Map<String, Double> followers = new TreeMap<>(child.similarity(reference));
    followers.values().removeIf(similarity -> similarity <= LEAST_SIMILARITY);
    if (hasSiblings(child)) {
      Map<String, Double> siblings = child.similarity(child.leading().orElseThrow());
      followers.keySet().removeIf(name -> siblings.getOrDefault(name, 0.0) >= MOST_SIBLINGS);
      Set<String> open = new TreeSet<>(followers.keySet());
      open.removeIf(
          name -> isMuchMore(followers.getOrDefault(name, 0.0), siblings.getOrDefault(name, 0.0)));
      Map<String, Double> beyond = child.similarityBeyond(reference, open);
      open.removeIf(name -> beyond.getOrDefault(name, -1.0) >= siblings.getOrDefault(name, 0.0));
      followers.keySet().removeAll(open);
    }
    return followers;
  }

  /**
   * The columns that follow a reference's parent.
   *
   * @param all the columns that rows without siblings have, which all follow
   */
  static Set<String> names(TableNode child, DeclaredReference reference, List<String> all) {
    return hasSiblings(child) ? of(child, reference).keySet() : Set.copyOf(all);
  }

  /** Whether rows have siblings that may have something in common. */
  private static boolean hasSiblings(TableNode child) {
    return child.leading().isPresent() && child.familySize() > SummaryColumns.LEAST_FAMILY;
  }

  private static boolean isMuchMore(double similarity, double ofSiblings) {
    double siblings = Math.max(0, ofSiblings);
    return similarity * (1 - siblings) > MUCH_MORE * siblings * (1 - similarity);
  }
}
