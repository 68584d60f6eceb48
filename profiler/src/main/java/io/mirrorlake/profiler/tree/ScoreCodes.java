package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.AdditiveScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The codes of additive scores: a column that only one other column's trees ask. */
final class ScoreCodes {
  private ScoreCodes() {}

  /**
   * The score's code in every row.
   *
   * @param asked the columns by the numbers that the score asks them by
   */
  static CodeColumn of(AdditiveScore score, List<CodeColumn> asked) {
    int[] cuts = score.cutPoints();
    int[] sums = sums(score, asked);
    byte[] codes = new byte[sums.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (byte) AdditiveScore.code(cuts, sums[row]);
    }
    return CodeColumn.ofScore(score.codes(), codes);
  }

  /** The sum of every row. */
  static int[] sums(AdditiveScore score, List<CodeColumn> asked) {
    int[] sums = new int[asked.get(score.terms().get(0).ancestor()).rows()];
    for (AdditiveScore.Term term : score.terms()) {
      CodeColumn column = asked.get(term.ancestor());
      int[] points = term.table(column.scale().size());
      for (int row = 0; row < sums.length; row++) {
        sums[row] += points[column.code(row)];
      }
    }
    return sums;
  }

  /**
   * The columns as the trees of one of them ask them.
   *
   * @param asked all columns by their numbers
   * @param position the number of the column whose trees ask, at the end or among them
   */
  static List<CodeColumn> asked(
      Optional<AdditiveScore> score, List<CodeColumn> asked, int position) {
    if (score.isEmpty()) {
      return asked;
    }
    CodeColumn own = of(score.get(), asked);
    List<CodeColumn> all = new ArrayList<>();
    IntStream.range(0, Math.max(asked.size(), position + 1))
        .forEach(i -> all.add(i == position ? own : asked.get(i)));
    return all;
  }
}
