package io.mirrorlake.profiler.copula;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A chain of conditional distributions: each column given the columns before it, by an ensemble of
 * decision trees over codes of the u-scale. A column that is not listed is independent of all
 * others.
 *
 * @param columns the columns in the order in which they are drawn
 */
public record TreeCopula(List<TreeColumn> columns) implements Copula {
  public TreeCopula {
    columns = List.copyOf(columns);
    Set<String> seen = new HashSet<>();
    for (int j = 0; j < columns.size(); j++) {
      TreeColumn column = columns.get(j);
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException("column '" + column.name() + "' is drawn twice");
      }
      for (CodeTree tree : column.trees()) {
        require(tree, columns, j);
      }
    }
  }

  private static void require(CodeTree tree, List<TreeColumn> columns, int position) {
    String name = columns.get(position).name();
    if (tree instanceof CodeTree.Split split) {
      if (split.ancestor() >= position) {
        throw new IllegalArgumentException(
            "a tree of column '"
                + name
                + "' at position "
                + position
                + " asks column "
                + split.ancestor()
                + ", which is not drawn before it");
      }
      require(split.inside(), columns, position);
      require(split.outside(), columns, position);
    } else if (tree instanceof CodeTree.Leaf leaf) {
      CodeParts parts = leaf.parts();
      int codes = columns.get(position).codes();
      if (parts.size() > 0 && parts.code(parts.size() - 1) >= codes) {
        throw new IllegalArgumentException(
            "a leaf of column '"
                + name
                + "' has code "
                + parts.code(parts.size() - 1)
                + ", but the column has codes below "
                + codes);
      }
    }
  }
}
