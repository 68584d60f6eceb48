package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CodeParts;
import io.mirrorlake.profiler.copula.CodeTree;
import java.util.Arrays;

/**
 * Lays trees out in arrays. A node is the index of a split, or, when negative, the complement of
 * where a leaf's distribution starts.
 */
final class ForestBuilder {
  private static final int WORDS = 4;

  private final double[] probabilities;
  private final int[] slotOfPosition;
  private int[] roots = new int[0];
  private int[] slots = new int[64];
  private long[] questions = new long[64 * WORDS];
  private int[] next = new int[64 * 2];
  private float[] cumulative = new float[1024];
  private int splits;
  private int filled;

  /**
   * @param probabilities the column's own distribution of codes
   * @param slotOfPosition the slot of each column of the copula that is drawn before
   */
  ForestBuilder(double[] probabilities, int[] slotOfPosition) {
    this.probabilities = probabilities.clone();
    this.slotOfPosition = slotOfPosition;
  }

  /** Adds a tree. */
  void add(CodeTree tree) {
    roots = Arrays.copyOf(roots, roots.length + 1);
    roots[roots.length - 1] = node(tree);
  }

  private int node(CodeTree tree) {
    if (tree instanceof CodeTree.Split split) {
      int node = split(split);
      // First the children, then the array: laying them out may replace it by a longer one.
      int inside = node(split.inside());
      int outside = node(split.outside());
      next[2 * node] = inside;
      next[2 * node + 1] = outside;
      return node;
    }
    return ~leaf(((CodeTree.Leaf) tree).parts());
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

  /** Where the leaf's cumulative distribution starts: 1 from the last code that has a part. */
  private int leaf(CodeParts parts) {
    int codes = probabilities.length;
    if (filled + codes > cumulative.length) {
      cumulative = Arrays.copyOf(cumulative, 2 * cumulative.length + codes);
    }
    int start = filled;
    filled += codes;
    if (parts.size() == 0) {
      double sum = 0;
      for (int code = 0; code < codes; code++) {
        sum += probabilities[code];
        cumulative[start + code] = (float) Math.min(sum, 1);
      }
      cumulative[filled - 1] = 1;
    } else {
      fill(start, parts);
    }
    return start;
  }

  private void fill(int start, CodeParts parts) {
    double total = parts.total();
    long sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += parts.parts(i);
      int end = i + 1 < parts.size() ? start + parts.code(i + 1) : filled;
      Arrays.fill(cumulative, start + parts.code(i), end, (float) (sum / total));
    }
    Arrays.fill(cumulative, start, start + parts.code(0), 0);
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
