package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeCounts;
import io.mirrorlake.profiler.copula.CodeSet;
import io.mirrorlake.profiler.copula.CodeTree;
import java.util.List;
import java.util.Optional;

/** Grows one tree on some of the rows, from the root down. */
final class TreeGrower {
  /** Deeper than any path of questions that each gain enough; bounds the recursion. */
  private static final int MAX_DEPTH = 60;

  private final TreeTask task;
  private final List<Integer> positions;
  private final SplitSearch search;
  private final int[] rows;
  private final int[] aside;

  /**
   * @param positions the ancestors' positions among the copula's columns
   * @param rows the rows to grow on; brought into another order
   */
  TreeGrower(TreeTask task, List<Integer> positions, int[] rows) {
    this.task = task;
    this.positions = positions;
    this.search = new SplitSearch(task);
    this.rows = rows;
    this.aside = new int[rows.length];
  }

  CodeTree grow() {
    return grow(0, rows.length, 0);
  }

  private CodeTree grow(int from, int to, int depth) {
    boolean large = to - from >= 2 * task.options().leafRows() && depth < MAX_DEPTH;
    Optional<SplitSearch.Question> question =
        large ? search.best(rows, from, to) : Optional.empty();
    if (question.isEmpty()) {
      return new CodeTree.Leaf(counts(from, to));
    }
    CodeSet inside = question.get().inside();
    int column = question.get().column();
    int middle = part(from, to, task.ancestors().get(column), inside);
    CodeTree first = grow(from, middle, depth + 1);
    return new CodeTree.Split(positions.get(column), inside, first, grow(middle, to, depth + 1));
  }

  /** Brings the rows of the set to the front, both parts in their order; returns where they end. */
  private int part(int from, int to, CodeColumn ancestor, CodeSet inside) {
    int kept = from;
    int moved = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      if (inside.contains(ancestor.code(row))) {
        rows[kept++] = row;
      } else {
        aside[moved++] = row;
      }
    }
    System.arraycopy(aside, 0, rows, kept, moved);
    return kept;
  }

  private CodeCounts counts(int from, int to) {
    int[] counts = new int[task.column().scale().size()];
    for (int i = from; i < to; i++) {
      counts[task.column().code(rows[i])]++;
    }
    return CodeCounts.ofDense(counts);
  }
}
