package io.mirrorlake.profiler.relation;

/**
 * How the children that have drawn a cell are dealt out to its parents: whether siblings of the
 * leading parent share a further parent more often, less often, or as often as chance would have
 * it.
 */
public enum Dealing {
  /** Any child may get any parent: what siblings have in common is chance. */
  SHUFFLED,
  /** Siblings in a cell get the same parent: a driver stays in the team. */
  TOGETHER,
  /** Siblings in a cell get different parents: a driver does not start twice in a race. */
  APART
}
