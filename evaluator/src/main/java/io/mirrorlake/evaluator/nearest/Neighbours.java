package io.mirrorlake.evaluator.nearest;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * For each of some targets the distance to the nearest and to the second nearest record, and the
 * name of the nearest; of equally near ones that with the smallest name. Neighbours among parts of
 * the records can be merged in any order.
 */
public final class Neighbours implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** The distance to a record that is not there. */
  public static final int NONE = Integer.MAX_VALUE;

  private final int[] nearest;
  private final int[] second;
  private final long[] names;

  private Neighbours(int[] nearest, int[] second, long[] names) {
    this.nearest = nearest;
    this.second = second;
    this.names = names;
  }

  /** No record so far. */
  public static Neighbours none(int targets) {
    int[] none = new int[targets];
    Arrays.fill(none, NONE);
    long[] names = new long[targets];
    Arrays.fill(names, Long.MAX_VALUE);
    return new Neighbours(none, none.clone(), names);
  }

  /** The number of targets. */
  public int size() {
    return nearest.length;
  }

  /** The distance to the nearest record, {@link #NONE} without records. */
  public int nearest(int target) {
    return nearest[target];
  }

  /** The distance to the second nearest record, {@link #NONE} with fewer than two. */
  public int second(int target) {
    return second[target];
  }

  /** The name of the nearest record. */
  public long name(int target) {
    return names[target];
  }

  /** The distances to the nearest records. */
  public int[] distances() {
    return nearest.clone();
  }

  /** Whether records at this distance or farther can no longer change what is known. */
  boolean isSettled(int target, int distance) {
    return distance >= second[target] && distance > nearest[target];
  }

  /** Takes one more record into account. */
  void offer(int target, int distance, long name) {
    boolean before =
        distance < nearest[target] || (distance == nearest[target] && name < names[target]);
    if (before) {
      second[target] = nearest[target];
      nearest[target] = distance;
      names[target] = name;
    } else if (distance < second[target]) {
      second[target] = distance;
    }
  }

  /** Takes other records' neighbours of the same targets into account; returns itself. */
  public Neighbours merge(Neighbours others) {
    for (int t = 0; t < nearest.length; t++) {
      if (others.nearest[t] != NONE) {
        offer(t, others.nearest[t], others.names[t]);
        second[t] = Math.min(second[t], others.second[t]);
      }
    }
    return this;
  }
}
