package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.relation.DeclaredReference;
import java.util.Optional;

/**
 * A table that is the closure of its parent's reference to itself.
 *
 * @param descendant the reference to the lower row of each pair
 * @param ancestor the reference to the upper one
 * @param reflexive whether each row is its own ancestor too
 * @param distance the column that counts the steps between the two, if there is one
 */
record FoundClosure(
    DeclaredReference descendant,
    DeclaredReference ancestor,
    boolean reflexive,
    Optional<Distance> distance) {

  /**
   * A column of distances.
   *
   * @param start the distance of a row to itself
   */
  record Distance(String column, long start) {}
}
