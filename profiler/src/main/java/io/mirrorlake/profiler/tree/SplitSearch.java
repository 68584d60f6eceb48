package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the question that tells most about the groups of a column's codes.
 *
 * <p>The gain of a split is the fall of the entropy of the groups times the rows, in nats: half the
 * likelihood ratio statistic G^2. Under independence its expectation grows with the degrees of
 * freedom, so a split has to gain {@link #SELECTION} + penalty (g - 1) where g groups occur among
 * the rows. Not for use by several threads at once.
 */
final class SplitSearch {
  /**
   * The best of a hundred or so questions gains about two nats more than one asked blindly, by
   * chance alone.
   */
  private static final double SELECTION = 2;

  /** A question: rows whose code in the column is in the set go one way. */
  record Question(int column, CodeSet inside) {}

  private final TreeTask task;
  private final int groups;
  private final int[] table;
  private final int[] codeRows;
  private final double[] codeScore;
  private final int[] order;
  private final int[] total;
  private final int[] left;
  private double best;
  private Optional<Question> question = Optional.empty();

  SplitSearch(TreeTask task) {
    this.task = task;
    this.groups = task.grouping().groups();
    int codes = task.ancestors().stream().mapToInt(a -> a.scale().size()).max().orElse(0);
    this.table = new int[codes * groups];
    this.codeRows = new int[codes];
    this.codeScore = new double[codes];
    this.order = new int[codes];
    this.total = new int[groups];
    this.left = new int[groups];
  }

  /** The best question for rows [from, to) of the list, if one gains enough. */
  Optional<Question> best(int[] rows, int from, int to) {
    Arrays.fill(total, 0);
    for (int i = from; i < to; i++) {
      total[task.group(rows[i])]++;
    }
    int occurring = (int) Arrays.stream(total).filter(count -> count > 0).count();
    question = Optional.empty();
    if (occurring > 1) {
      best = SELECTION + task.options().penalty() * (occurring - 1);
      for (int a = 0; a < task.ancestors().size(); a++) {
        tabulate(task.ancestors().get(a), rows, from, to);
        scan(a, to - from);
      }
    }
    return question;
  }

  private void tabulate(CodeColumn ancestor, int[] rows, int from, int to) {
    Arrays.fill(table, 0, ancestor.scale().size() * groups, 0);
    for (int i = from; i < to; i++) {
      int row = rows[i];
      table[ancestor.code(row) * groups + task.group(row)]++;
    }
  }

  private void scan(int column, int rows) {
    boolean ordered = task.ancestors().get(column).scale().ordered();
    int occurring = line(task.ancestors().get(column).scale().size(), ordered);
    double whole = -task.product(rows);
    for (int g = 0; g < groups; g++) {
      whole += task.product(total[g]);
    }
    Arrays.fill(left, 0);
    int leftRows = 0;
    for (int i = 0; i < occurring - 1; i++) {
      for (int g = 0; g < groups; g++) {
        left[g] += table[order[i] * groups + g];
      }
      leftRows += codeRows[order[i]];
      if (Math.min(leftRows, rows - leftRows) >= task.options().leafRows()) {
        double gain = gain(leftRows, rows) - whole;
        if (gain > best) {
          best = gain;
          question = Optional.of(new Question(column, inside(column, i, occurring)));
        }
      }
    }
  }

  private double gain(int leftRows, int rows) {
    double sum = -task.product(leftRows) - task.product(rows - leftRows);
    for (int g = 0; g < groups; g++) {
      sum += task.product(left[g]) + task.product(total[g] - left[g]);
    }
    return sum;
  }

  /**
   * Puts the codes that occur in a line: in their order, or by the mean score of their rows, which
   * for two groups makes the best cut of the line the best of all subsets (Breiman et al. 1984,
   * theorem 4.5). Returns how many occur.
   */
  private int line(int codes, boolean ordered) {
    int occurring = 0;
    for (int code = 0; code < codes; code++) {
      int rows = 0;
      double score = 0;
      for (int g = 0; g < groups; g++) {
        rows += table[code * groups + g];
        score += table[code * groups + g] * task.score(g);
      }
      codeRows[code] = rows;
      codeScore[code] = score / rows;
      if (rows > 0) {
        order[occurring++] = code;
      }
    }
    if (!ordered) {
      sortByScore(occurring);
    }
    return occurring;
  }

  /** By insertion: there are few codes, and the same codes are in the same line in every run. */
  private void sortByScore(int size) {
    for (int i = 1; i < size; i++) {
      int code = order[i];
      int place = i;
      while (place > 0 && codeScore[order[place - 1]] > codeScore[code]) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = code;
    }
  }

  /**
   * The codes up to place {@code last} of the line. A code that does not occur among the rows goes
   * with its neighbours where codes have an order, else with the greater part of the rows.
   */
  private CodeSet inside(int column, int last, int occurring) {
    CodeScale scale = task.ancestors().get(column).scale();
    if (scale.ordered()) {
      return CodeSet.of(IntStream.rangeClosed(0, order[last]).toArray());
    }
    int leftRows = 0;
    int rows = 0;
    for (int i = 0; i < occurring; i++) {
      leftRows += i <= last ? codeRows[order[i]] : 0;
      rows += codeRows[order[i]];
    }
    if (2 * leftRows <= rows) {
      return CodeSet.of(Arrays.copyOf(order, last + 1));
    }
    int[] right = Arrays.copyOfRange(order, last + 1, occurring);
    Arrays.sort(right);
    return CodeSet.of(
        IntStream.range(0, scale.size())
            .filter(code -> Arrays.binarySearch(right, code) < 0)
            .toArray());
  }
}
