package io.mirrorlake.profiler.copula;

import java.io.Serializable;

/**
 * A decision tree over codes: what is known of a column's code, given the codes of the columns
 * before it.
 */
public sealed interface CodeTree extends Serializable {

  /**
   * A question that sends every row one of two ways.
   *
   * @param ancestor which column is asked, as its position among the copula's columns
   * @param codes the codes of that column that go to {@code inside}
   * @param inside the tree for rows whose code is one of them
   * @param outside the tree for all other rows
   */
  record Split(int ancestor, CodeSet codes, CodeTree inside, CodeTree outside) implements CodeTree {
    private static final long serialVersionUID = 1L;

    public Split {
      if (ancestor < 0) {
        throw new IllegalArgumentException("a split on column " + ancestor);
      }
    }
  }

  /**
   * The end of a path, with the codes of the rows that came there.
   *
   * @param counts how often each code occurred
   */
  record Leaf(CodeCounts counts) implements CodeTree {
    private static final long serialVersionUID = 1L;
  }

  /** The leaf that a row ends in. */
  default Leaf leaf(CodeRow row) {
    CodeTree node = this;
    while (node instanceof Split split) {
      node = split.codes().contains(row.code(split.ancestor())) ? split.inside() : split.outside();
    }
    return (Leaf) node;
  }

  /** Adds the counts of all leaves to an array at the places of the codes. */
  default void addCounts(int[] dense) {
    if (this instanceof Split split) {
      split.inside().addCounts(dense);
      split.outside().addCounts(dense);
    } else if (this instanceof Leaf leaf) {
      leaf.counts().addTo(dense);
    }
  }

  /** The codes of one row. */
  interface CodeRow {
    /** The code of the column at this position of the copula. */
    int code(int column);
  }
}
