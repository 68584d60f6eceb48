package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.List;

/**
 * One column of a tree copula: how its u-scale is cut into codes, and its trees.
 *
 * @param name the column
 * @param starts the first segment of each code: code c takes the segments from starts[c] to
 *     starts[c + 1] - 1 of the column's marginal, the last code all that remain; the segment after
 *     the marginal's last is that of the nulls
 * @param ordered whether neighbouring codes are alike
 * @param trees the trees, each as likely to be asked as any other; they ask columns before this one
 */
public record TreeColumn(String name, List<Integer> starts, boolean ordered, List<CodeTree> trees)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public TreeColumn {
    starts = List.copyOf(starts);
    trees = List.copyOf(trees);
    if (starts.isEmpty() || starts.size() > CodeSet.MAX_CODES || trees.isEmpty()) {
      throw new IllegalArgumentException(
          "column '" + name + "' has " + starts.size() + " codes and " + trees.size() + " trees");
    }
    requireRising(name, starts);
  }

  static void requireRising(String name, List<Integer> starts) {
    for (int c = 0; c < starts.size(); c++) {
      if (c == 0 ? starts.get(0) != 0 : starts.get(c) <= starts.get(c - 1)) {
        throw new IllegalArgumentException(
            "the codes of column '" + name + "' do not start at rising segments: " + starts);
      }
    }
  }

  /** How many codes there are. */
  public int codes() {
    return starts.size();
  }
}
