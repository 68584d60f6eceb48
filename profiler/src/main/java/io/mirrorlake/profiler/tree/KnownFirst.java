package io.mirrorlake.profiler.tree;

import java.util.Set;

/**
 * The columns that have a fixed place in the order of drawing, which is the one that they stand in.
 *
 * @param given how many are known beforehand: they are not drawn, and ask nothing
 * @param first how many others are drawn before all that may be ordered freely
 * @param late the places of given ones that are known only when those are drawn, which therefore do
 *     not ask them
 */
record KnownFirst(int given, int first, Set<Integer> late) {
  static final KnownFirst NOTHING = new KnownFirst(0, 0, Set.of());

  KnownFirst {
    late = Set.copyOf(late);
  }

  /** How many columns have a fixed place. */
  int fixed() {
    return given + first;
  }

  /** Whether the column at a place of the order may ask one before it. */
  boolean asks(int place, int before) {
    return place >= fixed() || !late.contains(before);
  }
}
