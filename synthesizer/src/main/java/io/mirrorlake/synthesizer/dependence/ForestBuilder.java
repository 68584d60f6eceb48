package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.AdditiveScore;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays trees out in arrays. A node is the index of a split, or, when negative, the complement of a
 * leaf's number.
 */
final class ForestBuilder {
  /** The four numbers of a split: a quarter of a cache line. */
  static final int SPLIT = 4;

  private final Ancestors ancestors;
  private final LeafLaws.Builder leaves;
  private int[] roots = new int[0];
  private int[] nodes = new int[64 * SPLIT];
  private int splits;
  private long[] sets = new long[64];
  private int words;

  /** Trees ask the same questions again and again. */
  private final Map<List<Long>, Integer> known = new HashMap<>();

  /**
   * What splits have to know of the columns they ask.
   *
   * @param slots the slot of each column of the copula that is drawn before, and of the column
   *     itself, which holds its score until it is drawn
   * @param codes the number of codes of each column of the copula
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Ancestors(int[] slots, int[] codes) {
    /** The same for a column with a score, which its trees ask at its own position. */
    Ancestors withScore(int position, Optional<AdditiveScore> score) {
      if (score.isEmpty()) {
        return this;
      }
      int[] others = codes.clone();
      others[position] = score.get().codes();
      return new Ancestors(slots, others);
    }

    private int words(int position) {
      return (codes[position] + Long.SIZE - 1) / Long.SIZE;
    }
  }

  /**
   * @param probabilities the column's own distribution of codes
   */
  ForestBuilder(double[] probabilities, Ancestors ancestors) {
    this.ancestors = ancestors;
    this.leaves = new LeafLaws.Builder(probabilities);
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
      nodes[node * SPLIT + 2] = outside;
      nodes[node * SPLIT + 3] = inside;
      return node;
    }
    return ~leaves.add(((CodeTree.Leaf) tree).parts());
  }

  private int split(CodeTree.Split split) {
    if (splits * SPLIT == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
    }
    nodes[splits * SPLIT] = CodeTile.offset(ancestors.slots()[split.ancestor()]);
    nodes[splits * SPLIT + 1] = set(split.codes(), ancestors.words(split.ancestor()));
    return splits++;
  }

  /** Where the set stands, as so many words of a bit for each code. */
  private int set(CodeSet codes, int length) {
    Long[] set = new Long[length];
    Arrays.fill(set, 0L);
    for (int code : codes.codes()) {
      // A code that the column does not have is never asked for.
      if (code < length * Long.SIZE) {
        set[code / Long.SIZE] |= 1L << code;
      }
    }
    return known.computeIfAbsent(List.of(set), this::append);
  }

  private int append(List<Long> set) {
    if (words + set.size() > sets.length) {
      sets = Arrays.copyOf(sets, 2 * sets.length);
    }
    int start = words;
    for (long word : set) {
      sets[words++] = word;
    }
    return start;
  }

  int[] roots() {
    return roots.clone();
  }

  /**
   * The splits: where the codes of the column start that is asked, where the set of codes starts,
   * the node for a code that is not in it, and the node for one that is.
   */
  int[] nodes() {
    return Arrays.copyOf(nodes, splits * SPLIT);
  }

  long[] sets() {
    return Arrays.copyOf(sets, words);
  }

  LeafLaws leaves() {
    return leaves.build();
  }
}
