package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CodeShrinkage;
import io.mirrorlake.profiler.copula.CodeTree;
import java.util.Arrays;

/**
 * Lays trees out in arrays. A node is the index of a split, or, when negative, the complement of
 * where a leaf's distribution starts.
 */
final class ForestBuilder {
  private static final int WORDS = 4;

  private final CodeShrinkage shrinkage;
  private final int[] slotOfPosition;
  private int[] roots = new int[0];
  private int[] slots = new int[64];
  private long[] questions = new long[64 * WORDS];
  private int[] next = new int[64 * 2];
  private float[] cumulative = new float[1024];
  private int splits;
  private int filled;

  ForestBuilder(CodeShrinkage shrinkage, int[] slotOfPosition) {
    this.shrinkage = shrinkage;
    this.slotOfPosition = slotOfPosition;
  }

  /** Adds a tree. Its root has the column's own distribution, which is known best. */
  void add(CodeTree tree) {
    roots = Arrays.copyOf(roots, roots.length + 1);
    roots[roots.length - 1] = node(tree, shrinkage.marginal());
  }

  /** Lays a node out that has this distribution. */
  private int node(CodeTree tree, double[] distribution) {
    if (tree instanceof CodeTree.Split split) {
      int node = split(split);
      // First the children, then the array: laying them out may replace it by a longer one.
      int inside = child(split.inside(), distribution);
      int outside = child(split.outside(), distribution);
      next[2 * node] = inside;
      next[2 * node + 1] = outside;
      return node;
    }
    return ~leaf(distribution);
  }

  private int child(CodeTree tree, double[] above) {
    int[] counts = new int[above.length];
    tree.addCounts(counts);
    return node(tree, shrinkage.distribution(counts, above));
  }

  private int split(CodeTree.Split split) {
    if (splits == slots.length) {
      slots = Arrays.copyOf(slots, 2 * splits);
      questions = Arrays.copyOf(questions, 2 * questions.length);
      next = Arrays.copyOf(next, 2 * next.length);
    }
    slots[splits] = slotOfPosition[split.ancestor()];
    for (int code : split.codes().codes()) {
      questions[splits * WORDS + code / Long.SIZE] |= 1L << code;
    }
    return splits++;
  }

  private int leaf(double[] distribution) {
    int codes = distribution.length;
    if (filled + codes > cumulative.length) {
      cumulative = Arrays.copyOf(cumulative, 2 * cumulative.length + codes);
    }
    double sum = 0;
    for (int code = 0; code < codes; code++) {
      sum += distribution[code];
      cumulative[filled + code] = (float) Math.min(sum, 1);
    }
    cumulative[filled + codes - 1] = 1;
    int start = filled;
    filled += codes;
    return start;
  }

  int[] roots() {
    return roots.clone();
  }

  int[] slots() {
    return Arrays.copyOf(slots, splits);
  }

  long[] inside() {
    return Arrays.copyOf(questions, splits * WORDS);
  }

  int[] next() {
    return Arrays.copyOf(next, 2 * splits);
  }

  float[] cumulative() {
    return Arrays.copyOf(cumulative, filled);
  }
}
