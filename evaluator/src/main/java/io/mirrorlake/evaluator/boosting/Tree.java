package io.mirrorlake.evaluator.boosting;

import java.util.Arrays;

/** A grown tree: inner nodes with a split and two children, leaves with a value. */
final class Tree {
  private Split[] splits;
  private int[] children;
  private double[] values;
  private int size;

  /** A tree of one leaf with value 0, with room for these many leaves. */
  Tree(int leaves) {
    splits = new Split[2 * leaves];
    children = new int[2 * leaves];
    values = new double[2 * leaves];
    size = 1;
  }

  /** Turns a leaf into an inner node and returns its left child; the right child follows it. */
  int split(int node, Split split) {
    splits[node] = split;
    children[node] = size;
    size += 2;
    return children[node];
  }

  void setValue(int leaf, double value) {
    values[leaf] = value;
  }

  /** Frees the room not used. */
  Tree trimmed() {
    splits = Arrays.copyOf(splits, size);
    children = Arrays.copyOf(children, size);
    values = Arrays.copyOf(values, size);
    return this;
  }

  double value(BinnedTable table, int row) {
    int node = 0;
    while (children[node] != 0) {
      Split split = splits[node];
      node = children[node] + (split.isLeft(table.code(split.feature(), row)) ? 0 : 1);
    }
    return values[node];
  }

  /** Adds each inner node's gain to that of its feature. */
  void addGains(double[] gains) {
    for (int node = 0; node < size; node++) {
      if (children[node] != 0) {
        gains[splits[node].feature()] += splits[node].gain();
      }
    }
  }

  /**
   * Adds each inner node's gain to the pair of its feature and its parent's, at {@code [smaller]
   * [larger]} place: what a split gains because of the split above it.
   */
  void addPairGains(double[][] gains) {
    for (int node = 0; node < size; node++) {
      if (children[node] != 0) {
        addPairGain(node, children[node], gains);
        addPairGain(node, children[node] + 1, gains);
      }
    }
  }

  private void addPairGain(int parent, int child, double[][] gains) {
    if (children[child] != 0) {
      int above = splits[parent].feature();
      int below = splits[child].feature();
      gains[Math.min(above, below)][Math.max(above, below)] += splits[child].gain();
    }
  }
}
