package io.mirrorlake.profiler.copula;

import java.io.Serializable;

/**
 * A decision tree over codes: what is known of a column's code, given the codes of the columns
 * before it, and of what these tell together, its {@link AdditiveScore}.
 */
public sealed interface CodeTree extends Serializable {

  /**
   * A question that sends every row one of two ways.
   *
   * @param ancestor which column is asked, as its position among the copula's given columns and
   *     those that are drawn, one after the other; the column's own for its score
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
   * The end of a path, with the distribution of the code there.
   *
   * @param parts the distribution; without parts it is that of the column as a whole
   */
  record Leaf(CodeParts parts) implements CodeTree {
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

  /** The codes of one row. */
  interface CodeRow {
    /** The code of the column at this position of the copula. */
    int code(int column);
  }
}
