package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.relation.Dealing;
import io.mirrorlake.synthesizer.random.RandomStream;
import java.util.function.Function;

/**
 * Parents of which none is taken twice. In a cell of n parents, child s of S takes the parent P(s),
 * where P is a seeded permutation of [0, n). Where S is greater than n, the children n, n + 1, ...
 * take, cell after cell, the parents P(S), P(S + 1), ... that other cells have left. If there are
 * more children than parents in all, the last ones repeat parents from the first on. Immutable.
 */
final class MatchedParents {
  private final Cells parents;
  private final long[] children;
  private final Scatter[] permutations;

  /** How many children of the cells before found no parent in their own cell. */
  private final long[] surplus;

  /** How many parents of the cells before are left. */
  private final long[] left;

  private MatchedParents(Cells parents, long[] children, Scatter[] permutations) {
    this.parents = parents;
    this.children = children;
    this.permutations = permutations;
    this.surplus = new long[children.length + 1];
    this.left = new long[children.length + 1];
    for (int cell = 0; cell < children.length; cell++) {
      long more = children[cell] - parents.size(cell);
      surplus[cell + 1] = surplus[cell] + Math.max(0, more);
      left[cell + 1] = left[cell] + Math.max(0, -more);
    }
  }

  /**
   * The parents.
   *
   * @param parents their cells
   * @param children how many children each cell has
   * @param window how far the parents of neighbouring children may lie apart
   * @param streams the random stream of a name
   */
  static MatchedParents of(
      Cells parents, long[] children, long window, Function<String, RandomStream> streams) {
    Scatter[] permutations = new Scatter[children.length];
    for (int cell = 0; cell < permutations.length; cell++) {
      RandomStream stream = streams.apply(Integer.toString(cell));
      permutations[cell] =
          Scatter.of(Math.max(1, parents.size(cell)), window, Dealing.SHUFFLED, stream);
    }
    return new MatchedParents(parents, children, permutations);
  }

  /** How many children each cell has, from their sums by block. */
  static long[] children(long[][] counts) {
    long[] children = new long[counts.length];
    for (int cell = 0; cell < children.length; cell++) {
      children[cell] = counts[cell][counts[cell].length - 1];
    }
    return children;
  }

  /** How many children have to share a parent. */
  long repeated() {
    int last = children.length;
    return Math.max(0, surplus[last] - left[last]);
  }

  /**
   * The parent of a child.
   *
   * @param slot the child, in [0, children of the cell)
   */
  long parent(int cell, long slot) {
    long size = parents.size(cell);
    if (slot < size) {
      return parents.start(cell) + permutations[cell].apply(slot);
    }
    long wanted = surplus[cell] + slot - size;
    long all = left[left.length - 1];
    if (wanted >= all) {
      return (wanted - all) % parents.rows();
    }
    int low = 0;
    int high = left.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean reached = left[middle] <= wanted;
      low = reached ? middle : low;
      high = reached ? high : middle - 1;
    }
    long inside = children[low] + wanted - left[low];
    return parents.start(low) + permutations[low].apply(inside);
  }
}
